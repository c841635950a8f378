import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { inject } from 'vitest';
import { z } from 'zod';

const file = (): string => {
  const assembly = inject('assembly');
  const name = readdirSync(assembly).find((entry) => entry.endsWith('.template.json'));
  if (!name) throw new Error('the assembly has no template');
  return join(assembly, name);
};

const Resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
export type Resource = z.infer<typeof Resource>;

/** The template that CDK would deploy, as an object. */
export const templateJson: Record<string, unknown> = JSON.parse(readFileSync(file(), 'utf8'));

export const template = Template.fromJSON(templateJson);

/** Every resource of a type, with its logical id. */
export function resourcesOf(type: string): readonly (readonly [string, Resource])[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => [id, Resource.parse(resource)] as const);
}
