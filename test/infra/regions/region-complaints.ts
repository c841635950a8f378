import * as z from 'zod';
import { type RegionId, regionOf } from '../../../infra/zones/regions.ts';
import { lackingIn } from './lacking.ts';
import { type PropertyTree, typeIn } from './resource-types.ts';

export const ZoneTemplate = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
export type ZoneTemplate = z.infer<typeof ZoneTemplate>;

/** What CloudFormation puts another value in the place of. */
function isIntrinsic(value: object): boolean {
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

/** Ways to properties that a schema does not name. */
function unnamed(value: unknown, tree: PropertyTree, path: readonly string[] = []): readonly string[] {
  if (tree === 1 || typeof value !== 'object' || value === null || isIntrinsic(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => unnamed(item, tree, path));
  return Object.entries(value).flatMap(([name, item]) => {
    const below = tree[name];
    return below === undefined ? [[...path, name].join('.')] : unnamed(item, below, [...path, name]);
  });
}

/** The values at the end of a way, in every item of the lists on it. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item) => valuesAt(item, [...(name === undefined ? [] : [name]), ...rest]));
  if (name === undefined) return [value];
  if (typeof value !== 'object' || value === null || !(name in value)) return [];
  return valuesAt(Object.entries(value).find(([key]) => key === name)?.[1], rest);
}

/** Every text but the names of principals, which are the same in every partition. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => (name === 'Principal' ? [] : textsIn(item)));
}

/** What names a partition, or its domain, that CloudFormation should fill in (`AWS::Partition`, `AWS::URLSuffix`). */
const partitionsWritten = (template: ZoneTemplate): readonly string[] =>
  textsIn(template)
    .filter((text) => /arn:aws(-cn|-us-gov)?:|amazonaws[.]com/.test(text))
    .map((text) => `“${text.slice(0, 120)}” names a partition or its domain: use AWS::Partition and AWS::URLSuffix.`);

/** All that a template asks for and a region does not have, in sentences. */
export function regionComplaints(template: ZoneTemplate, region: RegionId): readonly string[] {
  const complaints = Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
    const schema = typeIn(region, Type);
    if (!schema) return [`${id}: ${region} (${regionOf(region).name}) has no ${Type}, by resource-types.json.`];
    const lacks = lackingIn(region).filter(
      ({ type, property, value }) =>
        type === Type &&
        (property === undefined ||
          valuesAt(Properties, property.split('.')).some((found) => value === undefined || found === value)),
    );
    return [
      ...unnamed(Properties, schema.properties).map((path) => `${id}: a ${Type} in ${region} has no ${path}.`),
      ...lacks.map(({ property, why }) => `${id}: ${property ?? Type}: ${why}.`),
    ];
  });
  return [...complaints, ...partitionsWritten(template)];
}
