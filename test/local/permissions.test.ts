import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessKeyOf } from '../../infra/local/door/caller.ts';
import { localClient } from '../../infra/local/local-client.ts';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';

const fine = 'export const handler = async () => ({});';
const allow = (Action: string | readonly string[], ...Resource: readonly unknown[]) => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const throughSqs = (actions: readonly string[]) => ({
  ...allow(actions, arnOf('Seal')),
  Condition: { StringLike: { 'kms:ViaService': 'sqs.cn-north-1.*' } },
});
const refuse = (value: string) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: '*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': value } },
});

let zone: MiniZone;
const clients: { destroy(): void }[] = [];

/** Clients that sign as a Lambda does. */
function as(lambda: string) {
  const { doors, region } = zone.zone;
  const settings = (door: string) => localClient(door, region, accessKeyOf({ lambda, environment: '1' }));
  const made = {
    dynamoDb: new DynamoDBClient(settings(doors.dynamodb)),
    sqs: new SQSClient({ ...settings(doors.sqs), useQueueUrlAsEndpoint: false }),
    buses: new EventBridgeClient(settings(doors.services)),
    secrets: new SecretsManagerClient(settings(doors.services)),
  };
  clients.push(...Object.values(made));
  return made;
}

const Key = { pk: { S: '1' } };
const get = (lambda: string, TableName: string) => as(lambda).dynamoDb.send(new GetItemCommand({ TableName, Key }));
const send = (lambda: string, queue: string) =>
  as(lambda).sqs.send(new SendMessageCommand({ QueueUrl: `http://any/000000000000/mini-${queue}`, MessageBody: 'x' }));

beforeAll(async () => {
  const assembly = new MiniAssembly()
    .table('Open')
    .table('Other')
    .table('TlsOnly', { ResourcePolicy: { PolicyDocument: document(refuse('false')) } })
    .table('Shut', { ResourcePolicy: { PolicyDocument: document(refuse('true')) } })
    .queue('Jobs')
    .queue('Sealed', { KmsMasterKeyId: arnOf('Seal') })
    .add('Seal', 'AWS::KMS::Key', {
      KeyPolicy: document({
        ...allow('kms:*', '*'),
        Principal: { AWS: 'arn:aws-cn:iam::000000000000:root' },
      }),
    })
    .add('Bus', 'AWS::Events::EventBus', { Name: 'mini-bus' })
    .add('Login', 'AWS::SecretsManager::Secret')
    .lambda('Reader', fine, {
      mayDo: [
        allow('dynamodb:GetItem', arnOf('Open'), arnOf('TlsOnly'), arnOf('Shut')),
        allow('dynamodb:PutItem', arnOf('Open')),
        allow('dynamodb:BatchGetItem', arnOf('Open')),
        allow('sqs:SendMessage', arnOf('Jobs'), arnOf('Sealed')),
        throughSqs(['kms:Decrypt']),
      ],
    })
    .lambda('Writer', fine, {
      mayDo: [allow('sqs:SendMessage', arnOf('Sealed')), throughSqs(['kms:Decrypt', 'kms:GenerateDataKey'])],
    })
    .lambda('Idle', fine, { mayDo: [] });
  zone = await MiniZone.start(assembly);
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await zone?.stop();
});

describe('a call that the role of its Lambda allows', () => {
  it('is handed on', async () => {
    expect(await get('Reader', 'mini-Open')).toMatchObject({ $metadata: { httpStatusCode: 200 } });
    expect(await send('Reader', 'Jobs')).toMatchObject({ MessageId: expect.any(String) });
  });

  it('comes over TLS, as far as policies ask: every hop here stands for one', async () => {
    expect(await get('Reader', 'mini-TlsOnly')).toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });
});

describe('a call that it does not allow', () => {
  const user = (lambda: string) =>
    `User: arn:aws-cn:sts::000000000000:assumed-role/mini-${lambda}Role/mini-${lambda} is not authorized to perform:`;

  it('of DynamoDB is refused in AWS’s words', async () => {
    const resource = 'arn:aws-cn:dynamodb:cn-north-1:000000000000:table/mini-Other';
    await expect(get('Reader', 'mini-Other')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 400 },
      message: `${user('Reader')} dynamodb:GetItem on resource: ${resource} because no identity-based policy allows the dynamodb:GetItem action`,
    });
  });

  it('of SQS is refused in AWS’s words, by the code of its older protocol', async () => {
    await expect(send('Idle', 'Jobs')).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
      message: expect.stringMatching(
        /sqs:sendmessage on resource: \S+:mini-Jobs because .* the sqs:sendmessage action$/,
      ),
    });
    const batch = { QueueUrl: 'http://any/000000000000/mini-Jobs', Entries: [{ Id: '1', MessageBody: 'x' }] };
    await expect(as('Idle').sqs.send(new SendMessageBatchCommand(batch))).rejects.toThrow('sqs:sendmessage');
  });

  it('of a bus and of a secret is refused', async () => {
    const Entries = [{ EventBusName: 'mini-bus', Source: 's', DetailType: 'd', Detail: '{}' }];
    const put = as('Idle').buses.send(new PutEventsCommand({ Entries }));
    await expect(put).rejects.toThrow(
      'events:PutEvents on resource: arn:aws-cn:events:cn-north-1:000000000000:event-bus/mini-bus',
    );
    const read = as('Idle').secrets.send(new GetSecretValueCommand({ SecretId: 'mini-Login' }));
    await expect(read).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('is refused as a whole where it is of several tables', async () => {
    const { dynamoDb } = as('Reader');
    const RequestItems = { 'mini-Open': { Keys: [Key] }, 'mini-Other': { Keys: [Key] } };
    await expect(dynamoDb.send(new BatchGetItemCommand({ RequestItems }))).rejects.toThrow('dynamodb:BatchGetItem');
    const put = { Put: { TableName: 'mini-Open', Item: Key } };
    const write = (other: object) =>
      dynamoDb.send(new TransactWriteItemsCommand({ TransactItems: [put, { ...other }] }));
    const check = { TableName: 'mini-Open', Key: { pk: { S: '2' } }, ConditionExpression: 'attribute_exists(pk)' };
    await expect(write({ ConditionCheck: check })).rejects.toThrow('dynamodb:ConditionCheckItem');
    await expect(write({ Delete: { TableName: 'mini-Open', Key } })).rejects.toThrow('dynamodb:DeleteItem');
    expect((await get('Reader', 'mini-Open')).Item).toBeUndefined();
  });

  it('is refused where the table itself says so', async () => {
    await expect(get('Reader', 'mini-Shut')).rejects.toThrow('with an explicit deny in a resource-based policy');
  });

  it('is refused where the key of what is encrypted may not be used so', async () => {
    await expect(send('Reader', 'Sealed')).rejects.toThrow(/kms:GenerateDataKey on resource: \S+:key\/mini-Seal/);
    expect(await send('Writer', 'Sealed')).toMatchObject({ MessageId: expect.any(String) });
  });
});

describe('a call that nobody can judge', () => {
  const post = (target: string, accessKey: string) =>
    fetch(zone.zone.doors.dynamodb, {
      method: 'POST',
      headers: {
        'x-amz-target': `DynamoDB_20120810.${target}`,
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20261127/cn-north-1/dynamodb/aws4_request`,
      },
      body: JSON.stringify({ TableName: 'mini-Open', Key }),
    });
  const reader = accessKeyOf({ lambda: 'Reader', environment: '1' });

  it('is refused: an operation that is not known, or one that says not what of', async () => {
    for (const operation of ['ExecuteStatement', 'DeleteTable', 'TransactGetItems', 'constructor']) {
      const answer = await post(operation, reader);
      expect([answer.status, await answer.json()]).toMatchObject([
        400,
        { __type: expect.stringMatching(/AccessDeniedException$/) },
      ]);
    }
  });

  it('is refused: one that no Lambda of the zone has signed', async () => {
    const nobody = accessKeyOf({ lambda: 'Nobody', environment: '1' });
    for (const key of ['LOCALTEST', 'AKIAIOSFODNN7EXAMPLE', nobody]) {
      const answer = await post('GetItem', key);
      expect([answer.status, await answer.json()]).toMatchObject([
        400,
        { __type: expect.stringMatching(/UnrecognizedClientException$/) },
      ]);
    }
    expect((await post('GetItem', reader)).status).toBe(200);
  });
});

it('the control address tells which permissions were used', async () => {
  await get('Reader', 'mini-Open');
  const { permissions } = (await (await zone.control('/permissions')).json()) as { permissions: object[] };
  const of = (action: string, resource: string) =>
    permissions.find((one) => JSON.stringify(one).includes(action) && JSON.stringify(one).includes(resource));
  expect(of('dynamodb:GetItem', 'mini-Open')).toMatchObject({ lambda: 'Reader', used: true });
  expect(of('dynamodb:PutItem', 'mini-Open')).toMatchObject({ lambda: 'Reader', used: false });
});
