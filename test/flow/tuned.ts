import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

const Template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
const Variables = z.looseObject({ Variables: z.record(z.string(), z.unknown()).default({}) });

/** Of the variables, each Lambda gets those that it has; time-outs are by the beginning of its logical id. */
export type Tuning = {
  readonly variables?: Readonly<Record<string, string>>;
  readonly timeouts?: Readonly<Record<string, number>>;
  /** How often a message that cannot be handled is handed out. */
  readonly mostTries?: number;
  /** How many seconds those wait that wait for a batch to fill. */
  readonly windowSeconds?: number;
};

/** A copy of an assembly with other numbers in it: far quicker to make than another synthesis, and its roles are the same. */
export async function tuned(
  assembly: string,
  { variables = {}, timeouts = {}, mostTries, windowSeconds }: Tuning,
): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zonematch-tuned-'));
  for (const name of await readdir(assembly)) {
    if (!name.endsWith('.template.json')) {
      await symlink(join(assembly, name), join(folder, name));
      continue;
    }
    const template = Template.parse(JSON.parse(await readFile(join(assembly, name), 'utf8')));
    for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
      if (Properties['MaximumBatchingWindowInSeconds'] && windowSeconds !== undefined)
        Properties['MaximumBatchingWindowInSeconds'] = windowSeconds;
      if (mostTries !== undefined && Properties['RedrivePolicy'])
        Properties['RedrivePolicy'] = { ...Object(Properties['RedrivePolicy']), maxReceiveCount: mostTries };
      if (Type !== 'AWS::Lambda::Function') continue;
      const environment = Variables.parse(Properties['Environment'] ?? {});
      for (const [variable, value] of Object.entries(variables)) {
        if (variable in environment.Variables) environment.Variables[variable] = value;
      }
      Properties['Environment'] = environment;
      const timeout = Object.entries(timeouts).find(([start]) => id.startsWith(start))?.[1];
      if (timeout !== undefined) Properties['Timeout'] = timeout;
    }
    await writeFile(join(folder, name), JSON.stringify(template));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
