import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { RegionId } from '../../../infra/zones/regions.ts';

/** Names of properties and what stands below them; 1 where anything may. */
export type PropertyTree = { readonly [name: string]: PropertyTree } | 1;
const PropertyTree: z.ZodType<PropertyTree> = z.lazy(() => z.union([z.literal(1), z.record(z.string(), PropertyTree)]));

const TypeSchema = z.strictObject({
  properties: PropertyTree,
  /** Whose change makes CloudFormation replace the resource. */
  replacing: z.array(z.string()),
});
type TypeSchema = z.infer<typeof TypeSchema>;

/** What regions have: resource types by region, each with the digest of its schema there. */
const ResourceTypes = z.strictObject({
  source: z.string(),
  types: z.record(z.string(), z.record(z.string(), z.string())),
  schemas: z.record(z.string(), TypeSchema),
});

const table = ResourceTypes.parse(JSON.parse(readFileSync(new URL('resource-types.json', import.meta.url), 'utf8')));

/** A type as a region has it, or nothing where it does not. */
export function typeIn(region: RegionId, type: string): TypeSchema | undefined {
  const digest = table.types[type]?.[region];
  return digest === undefined ? undefined : table.schemas[digest];
}
