import { join } from 'node:path';
import { expect } from 'vitest';
import { runCli } from '../../infra/cli/run-cli.ts';
import type { ZoneUnderTest } from './zone.ts';

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };
type Env = Readonly<Record<string, string | undefined>>;

/** The operator's command line at a zone under test, in this process: a test has dozens of them. */
export class OperatorLine {
  readonly env: Env;

  constructor({ zone: { api, tokenEndpoint } }: ZoneUnderTest, folder: string) {
    this.env = {
      ZONEMATCH_API: api,
      ZONEMATCH_TOKEN_ENDPOINT: tokenEndpoint,
      ZONEMATCH_CLIENT_ID: 'zone',
      ZONEMATCH_CLIENT_SECRET: 'any',
      ZONEMATCH_PROFILES: join(folder, 'profiles.json'),
      LC_ALL: 'en_US.UTF-8',
    };
  }

  /** Runs a command. */
  async run(args: readonly string[], env: Env = {}): Promise<Ended> {
    const written = { stdout: '', stderr: '' };
    const into = (name: keyof typeof written) => ({
      write: (text: string): void => {
        written[name] += text;
      },
    });
    const code = await runCli({
      args,
      env: { ...this.env, ...env },
      stdout: into('stdout'),
      stderr: into('stderr'),
    });
    return { code, ...written };
  }

  /** What a command answers as JSON. */
  async json(args: readonly string[], expected = 0): Promise<unknown> {
    const { code, stdout, stderr } = await this.run([...args, '--json']);
    expect({ code, stderr: code === expected ? '' : stderr }).toEqual({ code: expected, stderr: '' });
    return JSON.parse(stdout);
  }
}
