import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LocalFailure } from '../local-failure.ts';
import { joined } from './joined.ts';
import { Template } from './template.ts';

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

/** What CDK synthesized: the template of a zone, its stacks joined, and, by hash, the folders that it would upload. */
export type Assembly = {
  /** The name of the zone's last stack, with which those of the others begin. */
  readonly stackName: string;
  readonly region: string;
  readonly template: Template;
  assetFolder(hash: string): string;
};

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The stack that the others are named after, such as `zonematch-x` before `zonematch-x-data`. */
function lastOf(names: readonly string[]): string {
  const [shortest] = names.toSorted((a, b) => a.length - b.length);
  if (shortest !== undefined && names.every((name) => name === shortest || name.startsWith(`${shortest}-`)))
    return shortest;
  throw new LocalFailure(
    `A zone is one stack and those named after it; the assembly has ${names.length === 0 ? 'none' : names.join(', ')}.`,
  );
}

/** Reads a cloud assembly (`cdk.out`). Throws LocalFailure where it has not exactly one zone. */
export function readAssembly(folder: string): Assembly {
  const { artifacts } = Manifest.parse(json(join(folder, 'manifest.json')));
  const stacks = Object.entries(artifacts).filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  const stackName = lastOf(stacks.map(([name]) => name));
  const files = Object.assign(
    {},
    ...stacks.map(([name]) => Assets.parse(json(join(folder, `${name}.assets.json`))).files),
  );
  const region = artifacts[stackName]?.environment?.split('/').at(-1);
  const templates = stacks.map(([name, { properties }]) =>
    Template.parse(json(join(folder, properties?.templateFile ?? `${name}.template.json`))),
  );
  return {
    stackName,
    region: region && region !== 'unknown-region' ? region : 'cn-north-1',
    template: joined(templates),
    assetFolder(hash) {
      const file = files[hash];
      if (!file) throw new LocalFailure(`The template names the asset ${hash}, which the assembly does not have.`);
      return join(folder, file.source.path);
    },
  };
}
