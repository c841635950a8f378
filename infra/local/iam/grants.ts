import * as z from 'zod';

/** One action on one resource that a policy allows; of a key, also through which service. */
export type Granted = { readonly action: string; readonly resource: string; readonly via?: string };

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const Service = z.looseObject({ 'kms:ViaService': z.string().optional() });
const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts,
  Resource: texts,
  Condition: z.looseObject({ StringLike: Service.optional() }).optional(),
});
const Document = z.object({ Statement: z.array(Statement) });

/** The services that have the zone's data, or carry its mails. Logs are the platform's own affair. */
const onData = ['dynamodb', 'sqs', 'events', 'secretsmanager', 'kms', 'ses'];

/** Everything on data that policies allow, one by one. What is allowed by a pattern is never met, and so never counts as used. */
export function grantsOf(documents: readonly unknown[]): readonly Granted[] {
  const statements = documents.flatMap((document) => Document.parse(document).Statement);
  return statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource, Condition }) => {
      const [via] = Condition?.StringLike?.['kms:ViaService']?.split('.') ?? [];
      return Action.filter((action) => onData.includes(action.split(':')[0] ?? '')).flatMap((action) =>
        Resource.map((resource) => ({ action, resource, ...(via !== undefined && { via }) })),
      );
    });
}
