import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Assembly, readAssembly } from '../local/template/assembly.ts';
import { type Names, resolve } from '../local/template/intrinsics.ts';

const Referred = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((found) => found['Fn::GetAtt'][0]),
]);
const LambdaFunction = z.object({
  Code: z.object({ S3Key: z.string() }),
  Role: Referred,
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const Alias = z.object({ FunctionName: Referred });
const Integration = z.object({ IntegrationUri: Referred });
const Action = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());
const Policy = z.object({
  Roles: z.array(Referred),
  PolicyDocument: z.object({ Statement: z.array(z.object({ Action })) }),
});

/** A Lambda of a zone, as the template has it. */
export type ZoneLambda = {
  /** The bundle that is uploaded. */
  readonly code: string;
  readonly answersApi: boolean;
  /** The services that its role lets it call, as IAM names them. */
  readonly services: ReadonlySet<string>;
  /** Its variables, with something of the right form for what only a deployment knows. */
  readonly variables: Readonly<Record<string, string>>;
};

function namesOf({ template, region }: Assembly): Names {
  return {
    ref: (name) => template.Parameters[name]?.Default ?? (name === 'AWS::Region' ? region : `https://${name}.example`),
    attribute: (id, attribute) =>
      attribute === 'Arn' ? `arn:aws-cn:any:${region}:000000000000:${id}` : `https://${id}.example`,
    condition: (name) => template.Conditions[name],
  };
}

/** Every Lambda of a synthesized zone. */
export function zoneLambdas(folder: string): readonly ZoneLambda[] {
  const assembly = readAssembly(folder);
  const names = namesOf(assembly);
  const ofType = <T>(type: string, schema: z.ZodType<T>): readonly (readonly [string, T])[] =>
    Object.entries(assembly.template.Resources).flatMap(([id, { Type, Properties }]) =>
      Type === type ? [[id, schema.parse(Properties)] as const] : [],
    );
  const aliased = new Map(ofType('AWS::Lambda::Alias', Alias).map(([id, { FunctionName }]) => [id, FunctionName]));
  const behindApi = new Set(
    ofType('AWS::ApiGatewayV2::Integration', Integration).map(([, { IntegrationUri: id }]) => aliased.get(id) ?? id),
  );
  const policies = ofType('AWS::IAM::Policy', Policy).map(([, policy]) => policy);
  return ofType('AWS::Lambda::Function', LambdaFunction).map(([id, { Code, Role, Environment }]) => ({
    code: readFileSync(join(assembly.assetFolder(Code.S3Key.replace(/\.zip$/, '')), 'index.mjs'), 'utf8'),
    answersApi: behindApi.has(id),
    services: new Set(
      policies
        .filter(({ Roles }) => Roles.includes(Role))
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap((statement) => statement.Action))
        .map((action) => action.split(':')[0] ?? ''),
    ),
    variables: z.record(z.string(), z.coerce.string()).parse(resolve(Environment.Variables, names)),
  }));
}
