import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Cli } from './cli.ts';
import { CliFailure } from './failure.ts';

/** Where a zone is and as whom it is asked. Its secret stands here only where `login --keep-secret` was asked for. */
export const Profile = z.strictObject({
  api: z.string(),
  tokenEndpoint: z.string().optional(),
  clientId: z.string().optional(),
  scope: z.string().optional(),
  clientSecret: z.string().optional(),
});
export type Profile = z.infer<typeof Profile>;

const Profiles = z.record(z.string(), Profile);

/** The file of the profiles: by the XDG Base Directory Specification, or where ZONEMATCH_PROFILES says. */
const profilesFile = (env: Cli['env']): string =>
  env['ZONEMATCH_PROFILES'] ?? join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'zonematch', 'profiles.json');

async function readProfiles(file: string): Promise<Readonly<Record<string, Profile>>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return Profiles.parse(JSON.parse(text));
  } catch {
    throw new CliFailure({ zh: `${file} 不是 login 写下的文件。`, en: `${file} is not as login writes it.` });
  }
}

/** The profile of a name; undefined where there is none. */
export const profileOf = async (env: Cli['env'], name: string): Promise<Profile | undefined> =>
  (await readProfiles(profilesFile(env)))[name];

/** Keeps a profile, for its owner's eyes alone, and answers where. */
export async function keepProfile(env: Cli['env'], name: string, profile: Profile): Promise<string> {
  const file = profilesFile(env);
  const kept = { ...(await readProfiles(file)), [name]: profile };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(kept, undefined, 2)}\n`, { mode: 0o600 });
  // A file that was there keeps its mode when it is written.
  await chmod(file, 0o600);
  return file;
}
