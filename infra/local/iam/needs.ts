import * as z from 'zod';
import type { Stack } from '../template/stack.ts';

/** One thing that a call means to do, by the names of IAM. */
export type Need = { readonly action: string; readonly resource: string };

/** Where the names that a request uses become ARNs. */
type Names = Pick<Stack, 'arn'> & { readonly queueArn: (name: string) => string };
type Reading = (body: unknown, names: Names) => readonly Need[];

const OnTable = z.looseObject({ TableName: z.string(), IndexName: z.string().optional() });
const OnTables = z.looseObject({ RequestItems: z.record(z.string(), z.unknown()) });
const OfTransaction = z.looseObject({ TransactItems: z.array(z.record(z.string(), OnTable)) });
const OnQueue = z.looseObject({ QueueUrl: z.string() });
const OnSecret = z.looseObject({ SecretId: z.string() });
const OnBuses = z.looseObject({
  Entries: z.array(z.looseObject({ EventBusName: z.string().default('default') })),
});

const isArn = (name: string): boolean => name.startsWith('arn:');
const tableArn = (name: string, { arn }: Names): string => (isArn(name) ? name : arn('dynamodb', `table/${name}`));

const onTable =
  (action: string): Reading =>
  (body, names) => {
    const { TableName, IndexName } = OnTable.parse(body);
    const table = tableArn(TableName, names);
    return [
      { action: `dynamodb:${action}`, resource: IndexName === undefined ? table : `${table}/index/${IndexName}` },
    ];
  };

const onTables =
  (action: string): Reading =>
  (body, names) =>
    Object.keys(OnTables.parse(body).RequestItems).map((table) => ({
      action: `dynamodb:${action}`,
      resource: tableArn(table, names),
    }));

/** A transaction is no action of its own: it needs those of its items (DynamoDB developer guide, "IAM for transactions"). */
const itemActions: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const ofTransaction: Reading = (body, names) =>
  OfTransaction.parse(body).TransactItems.flatMap((item) =>
    Object.entries(item).map(([kind, { TableName }]) => ({
      action: `dynamodb:${itemActions[kind] ?? kind}`,
      resource: tableArn(TableName, names),
    })),
  );

const onQueue =
  (action: string): Reading =>
  (body, { queueArn }) => {
    const name = OnQueue.parse(body).QueueUrl.split('/').at(-1) ?? '';
    return [{ action: `sqs:${action}`, resource: queueArn(name) }];
  };

const onSecret =
  (action: string): Reading =>
  (body, { arn }) => {
    const { SecretId } = OnSecret.parse(body);
    const resource = isArn(SecretId) ? SecretId : arn('secretsmanager', `secret:${SecretId}`);
    return [{ action: `secretsmanager:${action}`, resource }];
  };

const onBuses: Reading = (body, { arn }) =>
  OnBuses.parse(body).Entries.map(({ EventBusName }) => ({
    action: 'events:PutEvents',
    resource: isArn(EventBusName) ? EventBusName : arn('events', `event-bus/${EventBusName}`),
  }));

const OfMail = z.looseObject({
  FromEmailAddress: z.string(),
  ConfigurationSetName: z.string().optional(),
  Content: z.looseObject({ Raw: z.unknown() }),
});

/**
 * A mail that is written out whole is SendRawEmail to IAM, in version 2 of the API, too: SES says so where it refuses one. The
 * domain of the sender stands for whichever identity was verified.
 */
const ofMail: Reading = (body, { arn }) => {
  const { FromEmailAddress, ConfigurationSetName, Content } = OfMail.parse(body);
  const action = Content.Raw === undefined ? 'ses:SendEmail' : 'ses:SendRawEmail';
  const [domain = ''] = /[^@<>\s]+(?=>?$)/.exec(FromEmailAddress) ?? [];
  const resources = [
    `identity/${domain}`,
    ...(ConfigurationSetName === undefined ? [] : [`configuration-set/${ConfigurationSetName}`]),
  ];
  return resources.map((resource) => ({ action, resource: arn('ses', resource) }));
};

const prefixed = (prefix: string, names: readonly string[], make: (name: string) => Reading) =>
  names.map((name) => [`${prefix}.${name}`, make(name)] as const);

/** What each operation means, by its `X-Amz-Target`, or by method and path. A batch of SQS is the action of its single form (SQS API permissions). */
const readings: ReadonlyMap<string, Reading> = new Map([
  ...prefixed(
    'DynamoDB_20120810',
    ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'DescribeTable'],
    onTable,
  ),
  ...prefixed('DynamoDB_20120810', ['BatchGetItem', 'BatchWriteItem'], onTables),
  ...prefixed('DynamoDB_20120810', ['TransactGetItems', 'TransactWriteItems'], () => ofTransaction),
  ...prefixed(
    'AmazonSQS',
    ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes', 'PurgeQueue'],
    onQueue,
  ),
  ...prefixed('AmazonSQS', ['SendMessageBatch', 'DeleteMessageBatch', 'ChangeMessageVisibilityBatch'], (name) =>
    onQueue(name.replace(/Batch$/, '')),
  ),
  ...prefixed(
    'secretsmanager',
    ['GetSecretValue', 'DescribeSecret', 'PutSecretValue', 'UpdateSecretVersionStage', 'ListSecretVersionIds'],
    onSecret,
  ),
  ...prefixed('secretsmanager', ['GetRandomPassword'], (name) => () => [
    { action: `secretsmanager:${name}`, resource: '*' },
  ]),
  ...prefixed('AWSEvents', ['PutEvents'], () => onBuses),
  ['POST /v2/email/outbound-emails', ofMail],
]);

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}

/** All that a call needs to be allowed; undefined where that is not known, so that nobody can be allowed it. */
export function needsOf(operation: string, body: Uint8Array, names: Names): readonly Need[] | undefined {
  try {
    return readings.get(operation)?.(json(body), names);
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}
