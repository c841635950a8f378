import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalFailure } from '../local-failure.ts';

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.looseObject({ templateFile: z.string().optional() }).optional(),
    }),
  ),
});

const Assets = z.object({
  files: z.record(z.string(), z.looseObject({ source: z.object({ path: z.string() }) })).default({}),
});

export const Template = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Type: z.string(), Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
export type Template = z.infer<typeof Template>;

/** What CDK synthesized: the one stack's template and, by hash, the folders that it would upload. */
export type Assembly = {
  readonly stackName: string;
  readonly region: string;
  readonly template: Template;
  assetFolder(hash: string): string;
};

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Reads a cloud assembly (`cdk.out`). Throws LocalFailure where it has not exactly one stack. */
export function readAssembly(folder: string): Assembly {
  const { artifacts } = Manifest.parse(json(join(folder, 'manifest.json')));
  const stacks = Object.entries(artifacts).filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  const [only] = stacks;
  if (!only || stacks.length > 1) {
    throw new LocalFailure(`A zone is one stack; the assembly has ${stacks.length}.`);
  }
  const [stackName, artifact] = only;
  const { files } = Assets.parse(json(join(folder, `${stackName}.assets.json`)));
  const region = artifact.environment?.split('/').at(-1);
  return {
    stackName,
    region: region && region !== 'unknown-region' ? region : 'cn-north-1',
    template: Template.parse(json(join(folder, artifact.properties?.templateFile ?? `${stackName}.template.json`))),
    assetFolder(hash) {
      const file = files[hash];
      if (!file) throw new LocalFailure(`The template names the asset ${hash}, which the assembly does not have.`);
      return join(folder, file.source.path);
    },
  };
}
