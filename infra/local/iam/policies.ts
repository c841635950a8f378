import * as z from 'zod';
import type { Resource, Stack } from '../template/stack.ts';

const Document = z.record(z.string(), z.unknown());
type Document = z.infer<typeof Document>;

const RoleProperties = z.object({
  AssumeRolePolicyDocument: Document,
  Policies: z.array(z.object({ PolicyDocument: Document })).default([]),
  ManagedPolicyArns: z.array(z.string()).max(0, 'what stands in AWS’s own policies is not known here').default([]),
  PermissionsBoundary: z.undefined('boundaries are not enforced here').optional(),
});
const PolicyProperties = z.object({ PolicyDocument: Document, Roles: z.array(z.string()).default([]) });
const FunctionProperties = z.object({ Role: z.string() });

const Encryption = z.object({
  SSESpecification: z.object({ KMSMasterKeyId: z.string().optional() }).optional(),
  KmsMasterKeyId: z.string().optional(),
  KmsKeyId: z.string().optional(),
});
const TablePolicy = z.object({ ResourcePolicy: z.object({ PolicyDocument: Document }).optional() });
const QueuePolicy = z.object({ PolicyDocument: Document, Queues: z.array(z.string()) });
const SecretPolicy = z.object({ ResourcePolicy: Document, SecretId: z.string() });
const KeyPolicy = z.object({ KeyPolicy: Document });

/** A role of the template with what it may do. */
export type Role = {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly trust: Document;
  readonly policies: readonly Document[];
};

/** What stands at a resource: its own policy, and the key that it is encrypted with. */
export type Guard = { readonly policy?: Document | undefined; readonly key?: string | undefined };

/** Names roles, so that others may refer to them; before that nothing can be resolved that names one. */
export function nameRoles(stack: Stack): void {
  for (const { id } of stack.ofType('AWS::IAM::Role')) {
    const name = stack.physicalName(id);
    stack.know(id, name, { Arn: `arn:${stack.partition}:iam::${stack.account}:role/${name}` });
  }
}

/** Every role of the template, by its ARN. For when every resource that a policy may name is known. */
export function readRoles(stack: Stack): ReadonlyMap<string, Role> {
  const policies = stack.ofType('AWS::IAM::Policy').map((resource) => resource.read(PolicyProperties));
  const roles = stack.ofType('AWS::IAM::Role').map((resource): Role => {
    const { AssumeRolePolicyDocument: trust, Policies } = resource.read(RoleProperties);
    const name = stack.physicalName(resource.id);
    const attached = policies.filter(({ Roles }) => Roles.includes(name));
    const documents = [...Policies, ...attached].map(({ PolicyDocument }) => PolicyDocument);
    return { id: resource.id, name, arn: stack.attribute(resource.id, 'Arn'), trust, policies: documents };
  });
  return new Map(roles.map((role) => [role.arn, role]));
}

/** The ARN of the role that a Lambda runs as. */
export const roleArnOf = (lambda: Resource): string =>
  lambda.read(FunctionProperties, (property) => property === 'Role').Role;

/** A resource by service and name, its indexes and streams with it: on this machine ARNs differ in partition and region. */
function guardedName(arn: string): string {
  const [, , service = '', , , ...name] = arn.split(':');
  return `${service}:${name.join(':').replace(/\/(index|stream)\/.*$/, '')}`;
}

const guardingProperties = (property: string): boolean =>
  ['SSESpecification', 'KmsMasterKeyId', 'KmsKeyId', 'ResourcePolicy'].includes(property);

/** What stands at tables, queues, secrets and keys, by ARN. */
export function readGuards(stack: Stack): (arn: string) => Guard {
  const guards = new Map<string, Guard>();
  const add = (arn: string, guard: Guard): void => {
    guards.set(guardedName(arn), { ...guards.get(guardedName(arn)), ...guard });
  };
  const encrypted = ['AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::SecretsManager::Secret'];
  for (const resource of stack.ofType(...encrypted)) {
    const { SSESpecification, KmsMasterKeyId, KmsKeyId } = resource.read(Encryption, guardingProperties);
    const attribute = resource.type === 'AWS::SecretsManager::Secret' ? 'Id' : 'Arn';
    add(stack.attribute(resource.id, attribute), {
      key: SSESpecification?.KMSMasterKeyId ?? KmsMasterKeyId ?? KmsKeyId,
    });
  }
  for (const resource of stack.ofType('AWS::DynamoDB::Table')) {
    const { ResourcePolicy } = resource.read(TablePolicy, guardingProperties);
    if (ResourcePolicy) add(stack.attribute(resource.id, 'Arn'), { policy: ResourcePolicy.PolicyDocument });
  }
  const queues = stack.ofType('AWS::SQS::Queue').map(({ id }) => id);
  for (const resource of stack.ofType('AWS::SQS::QueuePolicy')) {
    const { PolicyDocument: policy, Queues } = resource.read(QueuePolicy);
    for (const id of queues) {
      if (Queues.includes(stack.attribute(id, 'QueueUrl'))) add(stack.attribute(id, 'Arn'), { policy });
    }
  }
  for (const resource of stack.ofType('AWS::SecretsManager::ResourcePolicy')) {
    const { ResourcePolicy: policy, SecretId } = resource.read(SecretPolicy);
    add(SecretId, { policy });
  }
  for (const resource of stack.ofType('AWS::KMS::Key')) {
    add(stack.attribute(resource.id, 'Arn'), { policy: resource.read(KeyPolicy).KeyPolicy });
  }
  return (arn) => guards.get(guardedName(arn)) ?? {};
}
