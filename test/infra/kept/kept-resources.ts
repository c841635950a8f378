import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { RegionId } from '../../../infra/zones/regions.ts';
import type { ZoneTemplate } from '../regions/region-complaints.ts';
import { typeIn } from '../regions/resource-types.ts';

/** Types that keep something, or that others know by their address. */
const keeping = new Set([
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::Events::EventBus',
  'AWS::ApiGatewayV2::Api',
]);

const Kept = z.strictObject({
  type: z.string(),
  /** The stack it stands in: what follows the zone's id in its name. */
  stack: z.enum(['data', 'intake', 'matching', '']),
  /** What cannot change without another resource in its place. */
  fixed: z.record(z.string(), z.string()),
  /** Only in zones that mail in this way. */
  transport: z.enum(['smtp', 'ses']).optional(),
});
export type Kept = z.infer<typeof Kept>;
export type KeptResources = Readonly<Record<string, Kept>>;

/** What every zone keeps, by logical id. */
export const keptResources: KeptResources = z
  .record(z.string(), Kept)
  .parse(JSON.parse(readFileSync(new URL('kept-resources.json', import.meta.url), 'utf8')));

const Keys = z
  .array(z.object({ AttributeName: z.string() }))
  .transform((keys) => keys.map(({ AttributeName }) => AttributeName).join(', '));
const Indexes = z.array(z.object({ IndexName: z.string(), KeySchema: Keys })).default([]);

type Resource = ZoneTemplate['Resources'][string];

const text = (value: unknown): string =>
  Keys.safeParse(value).data ?? (typeof value === 'string' ? value : JSON.stringify(value));

/** What must stay: the properties whose change replaces a resource, names and keys of indexes, and that it is retained. */
function fixedOf({ Type, Properties, ...resource }: Resource, region: RegionId, zone: string): Kept['fixed'] {
  const replacing = typeIn(region, Type)?.replacing ?? [];
  const own = Object.entries(Properties)
    .filter(([name]) => replacing.some((path) => path.split('.')[0] === name))
    .map(([name, value]) => [name, text(value).replaceAll(zone, '<zone>')] as const);
  const indexes = Indexes.parse(Properties['GlobalSecondaryIndexes']).map(
    ({ IndexName, KeySchema }) => [`index ${IndexName}`, KeySchema] as const,
  );
  const policies = (['DeletionPolicy', 'UpdateReplacePolicy'] as const).flatMap((name) =>
    resource[name] === undefined ? [] : [[name, text(resource[name])] as const],
  );
  return Object.fromEntries([...own, ...indexes, ...policies].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What a zone's stack keeps, as the list has it. */
export function keptIn(template: ZoneTemplate, stack: Kept['stack'], region: RegionId, zone: string): KeptResources {
  return Object.fromEntries(
    Object.entries(template.Resources)
      .filter(([, { Type }]) => keeping.has(Type))
      .map(([id, resource]) => [id, { type: resource.Type, stack, fixed: fixedOf(resource, region, zone) }]),
  );
}

/** How a resource stands, to be compared. */
const standing = ({ type, stack, fixed }: Kept): string =>
  `${type} of the stack “${stack}”, ${Object.entries(fixed)
    .map(([name, value]) => `${name}: ${value}`)
    .toSorted()
    .join('; ')}`;

/** What a deploy would lose, and what the list does not know yet, in sentences. */
export function losses(before: KeptResources, after: KeptResources): readonly string[] {
  const lost = Object.entries(before).flatMap(([id, kept]) => {
    const now = after[id];
    if (!now) return [`${id} (${kept.type}) is gone, or has another name: the zone would lose what it keeps.`];
    if (standing(now) === standing(kept)) return [];
    return [`${id} would be replaced: ${standing(kept)} became ${standing(now)}.`];
  });
  const added = Object.entries(after)
    .filter(([id]) => !(id in before))
    .map(([id, kept]) => `${id} is new: add to kept-resources.json ${JSON.stringify({ [id]: kept })}.`);
  return [...lost, ...added];
}
