import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { regionIds } from '../../../infra/zones/regions.ts';

/**
 * Writes resource-types.json anew: the types of these services, with their properties, as each region's resource
 * specification has them. Given the folder `src/cfnlint/data/schemas` of a release of cfn-lint (MIT-0).
 */
const services =
  /^AWS::(ApiGatewayV2|CloudWatch|CodeDeploy|DynamoDB|Events|IAM|KMS|Lambda|Logs|Scheduler|SecretsManager|SNS|SQS)::|^AWS::(Pipes::Pipe|SSM::Parameter|S3::Bucket|S3::BucketPolicy)$/;

type Schema = {
  readonly $ref?: string | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
};
const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    properties: z.record(z.string(), Schema).optional(),
    items: Schema.optional(),
    allOf: z.array(Schema).optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
  }),
);
const Properties = z.array(z.string()).default([]);
const TypeSchema = z.object({
  properties: z.record(z.string(), Schema),
  definitions: z.record(z.string(), Schema).default({}),
  createOnlyProperties: Properties,
  conditionalCreateOnlyProperties: Properties,
});
type Definitions = z.infer<typeof TypeSchema>['definitions'];

type Tree = { readonly [name: string]: Tree } | 1;

const [folder = '', release = ''] = process.argv.slice(2);

const named = (reference: string): string => reference.replace('#/definitions/', '');

/** The names that stand below a schema; 1 where it is a plain value, or takes any name. */
function treeOf(schema: Schema, definitions: Definitions, seen: readonly string[] = []): Tree {
  if (schema.$ref !== undefined) {
    const name = named(schema.$ref);
    const target = definitions[name];
    return target && !seen.includes(name) ? treeOf(target, definitions, [...seen, name]) : 1;
  }
  if (schema.items) return treeOf(schema.items, definitions, seen);
  const own = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, treeOf(property, definitions, seen)] as const,
  );
  const alternatives = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((several) => several ?? []);
  const others = alternatives.map((alternative) => treeOf(alternative, definitions, seen)).filter((tree) => tree !== 1);
  const joined = Object.assign({}, ...others, Object.fromEntries(own));
  return Object.keys(joined).length === 0 ? 1 : joined;
}

/** Whose change makes CloudFormation replace a resource. */
const replacing = ({ createOnlyProperties, conditionalCreateOnlyProperties }: z.infer<typeof TypeSchema>) =>
  [...createOnlyProperties, ...conditionalCreateOnlyProperties]
    .map((path) => path.replace('/properties/', '').replaceAll('/', '.'))
    .toSorted();

const schemas: Record<string, unknown> = {};
const types: Record<string, Record<string, string>> = {};
for (const region of regionIds) {
  const table = readFileSync(join(folder, 'providers', `${region.replaceAll('-', '_')}.py`), 'utf8');
  for (const [, type = '', digest = ''] of table.matchAll(/"(AWS::[\w:]+)": "([0-9a-f]+)"/g)) {
    if (!services.test(type)) continue;
    const schema = TypeSchema.parse(JSON.parse(readFileSync(join(folder, 'resources', `${digest}.json`), 'utf8')));
    const properties = treeOf({ properties: schema.properties }, schema.definitions);
    schemas[digest] = { properties, replacing: replacing(schema) };
    types[type] = { ...types[type], [region]: digest };
  }
}
const sorted = Object.fromEntries(Object.entries(types).toSorted(([one], [other]) => (one < other ? -1 : 1)));
const used = Object.values(sorted).flatMap((digests) => Object.values(digests));
const lines = (rows: Record<string, unknown>): string =>
  Object.entries(rows)
    .map(([name, row]) => `    ${JSON.stringify(name)}: ${JSON.stringify(row)}`)
    .join(',\n');
const ordered = Object.fromEntries([...new Set(used)].map((digest) => [digest, schemas[digest]]));
const text = `{
  "source": ${JSON.stringify(`AWS CloudFormation resource schemas by region, as cfn-lint ${release} (MIT-0) carries them`)},
  "types": {
${lines(sorted)}
  },
  "schemas": {
${lines(ordered)}
  }
}
`;
writeFileSync(new URL('resource-types.json', import.meta.url), text);
