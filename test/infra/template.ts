import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { inject } from 'vitest';
import * as z from 'zod';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { Template as Parsed } from '../../infra/local/template/template.ts';

const Manifest = z.object({
  artifacts: z.record(z.string(), z.looseObject({ type: z.string(), dependencies: z.array(z.string()).default([]) })),
});
const json = (file: string): unknown => JSON.parse(readFileSync(join(inject('assembly'), file), 'utf8'));

/** Each stack by itself: the types of its resources, and which others it needs. */
export const stacks = Object.entries(Manifest.parse(json('manifest.json')).artifacts)
  .filter(([, { type }]) => type === 'aws:cloudformation:stack')
  .map(([name, { dependencies }]) => {
    const { Resources } = Parsed.parse(json(`${name}.template.json`));
    return { name, types: Object.values(Resources).map(({ Type }) => Type), dependsOn: dependencies };
  });

const Resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
export type Resource = z.infer<typeof Resource>;

/** The templates that CDK would deploy, joined to one, as an object. */
const templateJson: Record<string, unknown> = readAssembly(inject('assembly')).template;

export const template = Template.fromJSON(templateJson);

/** Every resource of a type, with its logical id. */
export function resourcesOf(type: string): readonly (readonly [string, Resource])[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => [id, Resource.parse(resource)] as const);
}
