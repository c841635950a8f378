import {
  type AttributeValue,
  DeleteItemCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';

/** Writes what it is given and stops at a row whose \`fails\` says so, in one of the ways in which a Lambda can. */
const follow = `
const tries = new Map();
export const handler = async ({ Records }) => {
  console.log(JSON.stringify({ records: Records }));
  for (const { dynamodb } of Records) {
    const how = dynamodb.NewImage?.how?.S;
    const key = dynamodb.Keys.pk.S;
    tries.set(key, (tries.get(key) ?? 0) + 1);
    if (how === 'once' && tries.get(key) > 1) continue;
    if (how === 'throw') throw new Error('cannot ' + key);
    if (how) return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
  }
  return { batchItemFailures: [] };
};`;

const Image = z.record(z.string(), z.unknown());
const Record = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({
    Keys: z.object({ pk: z.object({ S: z.string() }) }),
    NewImage: Image.optional(),
    OldImage: Image.optional(),
    SequenceNumber: z.string(),
  }),
});
const Batch = z.object({ records: z.array(Record) });
const Parked = z.looseObject({
  requestContext: z.object({
    functionArn: z.string(),
    condition: z.string(),
    approximateInvokeCount: z.number(),
  }),
  DDBStreamBatchInfo: z.object({
    shardId: z.string(),
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
    batchSize: z.number(),
    streamArn: z.string(),
  }),
});

let zone: MiniZone;

beforeAll(async () => {
  const streamOf = (table: string) => ({ 'Fn::GetAtt': [table, 'StreamArn'] });
  const settings = {
    StartingPosition: 'TRIM_HORIZON',
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: { Destination: arnOf('Failed') } },
  };
  const assembly = new MiniAssembly()
    .queue('Failed')
    .table('Plain', { TimeToLiveSpecification: { AttributeName: 'gone', Enabled: true } })
    .table('Halved')
    .lambda('Follow', follow)
    .lambda('Halve', follow)
    .mapping(streamOf('Plain'), 'Follow', settings)
    .mapping(streamOf('Halved'), 'Halve', { ...settings, BisectBatchOnFunctionError: true });
  zone = await MiniZone.start(assembly);
});
afterAll(() => zone?.stop());

type Row = Record<string, AttributeValue>;
const row = (pk: string, how?: string): Row => ({ pk: { S: pk }, ...(how !== undefined && { how: { S: how } }) });
const put = (table: string, Item: Row) => zone.dynamoDb.send(new PutItemCommand({ TableName: `mini-${table}`, Item }));

/** Writes rows at once, so that they come in one batch. */
const putTogether = (table: string, rows: readonly Row[]) =>
  zone.dynamoDb.send(
    new TransactWriteItemsCommand({
      TransactItems: rows.map((Item) => ({ Put: { TableName: `mini-${table}`, Item } })),
    }),
  );

const recordsOf = (lambda: string) => zone.readAll(lambda, Batch).flatMap(({ records }) => records);
const keysOf = (lambda: string, prefix: string) =>
  recordsOf(lambda)
    .map(({ dynamodb }) => dynamodb.Keys.pk.S)
    .filter((key) => key.startsWith(prefix));
const sequenceOf = (lambda: string, key: string) =>
  recordsOf(lambda).find(({ dynamodb }) => dynamodb.Keys.pk.S === key)?.dynamodb.SequenceNumber;

/** What was parked since this was last asked. */
async function parked(): Promise<readonly z.infer<typeof Parked>[]> {
  const QueueUrl = (await zone.queue('Failed')).url;
  const { Messages = [] } = await zone.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return Messages.map(({ Body = '' }) => Parked.parse(JSON.parse(Body)));
}

describe('a stream and its Lambda', () => {
  it('hand on every change in order', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `order-${String(index).padStart(2, '0')}`);
    for (const key of keys) await put('Plain', row(key));
    await zone.settle();
    expect(keysOf('Follow', 'order-')).toEqual(keys);
  });

  it('tell what was before and what is now', async () => {
    await put('Plain', { ...row('images'), n: { N: '1' } });
    await put('Plain', { ...row('images'), n: { N: '2' } });
    const Key = row('images');
    await zone.dynamoDb.send(new DeleteItemCommand({ TableName: 'mini-Plain', Key }));
    await zone.settle();
    const seen = recordsOf('Follow').filter(({ dynamodb }) => dynamodb.Keys.pk.S === 'images');
    expect(
      seen.map(({ eventName, dynamodb }) => [eventName, dynamodb.OldImage?.['n'], dynamodb.NewImage?.['n']]),
    ).toEqual([
      ['INSERT', undefined, { N: '1' }],
      ['MODIFY', { N: '1' }, { N: '2' }],
      ['REMOVE', { N: '2' }, undefined],
    ]);
  });

  it('hand on records as Lambda does', async () => {
    const before = Date.now();
    await put('Plain', row('shape'));
    await zone.settle();
    const seen = recordsOf('Follow').find(({ dynamodb }) => dynamodb.Keys.pk.S === 'shape');
    expect(seen).toEqual({
      eventID: expect.stringMatching(/./),
      eventName: 'INSERT',
      eventVersion: expect.stringMatching(/^1\.\d$/),
      eventSource: 'aws:dynamodb',
      awsRegion: 'cn-north-1',
      eventSourceARN: expect.stringMatching(/:table\/mini-Plain\/stream\/./),
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: 'shape' } },
        NewImage: { pk: { S: 'shape' } },
        SequenceNumber: expect.stringMatching(/^\d+$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
    // In seconds, and rounded to a whole one.
    const madeMs = Number(seen?.dynamodb['ApproximateCreationDateTime']) * 1000;
    expect(Math.abs(madeMs - before)).toBeLessThan(60_000);
  });

  it('keep the type of every attribute, though it is empty', async () => {
    const Item: Row = {
      ...row('types'),
      text: { S: '' },
      map: { M: {} },
      list: { L: [] },
      nothing: { NULL: true },
      no: { BOOL: false },
      names: { SS: ['a'] },
      bytes: { B: Buffer.from([1]) },
      deep: { M: { map: { M: {} }, list: { L: [{ M: {} }, { L: [] }, { NULL: true }, { B: Buffer.from([2]) }] } } },
    };
    await put('Plain', Item);
    await zone.settle();
    const image = recordsOf('Follow').find(({ dynamodb }) => dynamodb.Keys.pk.S === 'types')?.dynamodb.NewImage;
    expect(image).toEqual({
      ...Item,
      bytes: { B: 'AQ==' },
      deep: { M: { map: { M: {} }, list: { L: [{ M: {} }, { L: [] }, { NULL: true }, { B: 'Ag==' }] } } },
    });
  });

  it('go on from the record that failed and do not repeat those before it', async () => {
    await putTogether('Plain', [row('again-1'), row('again-2', 'once'), row('again-3')]);
    await zone.settle();
    const keys = keysOf('Follow', 'again-');
    const poison = keys.indexOf('again-2');
    expect(keys.slice(poison + 1)).not.toContain(keys.slice(0, poison)[0]);
    expect(new Set(keys)).toEqual(new Set(['again-1', 'again-2', 'again-3']));
    expect(keys.filter((key) => key === 'again-2')).toHaveLength(2);
    expect(await parked()).toEqual([]);
  });

  it('park what cannot be handled and go on behind it', async () => {
    await put('Plain', row('stuck', 'throw'));
    await zone.settle();
    await put('Plain', row('unstuck'));
    await zone.settle();
    const [document, ...more] = await parked();
    const sequence = sequenceOf('Follow', 'stuck');
    expect(more).toEqual([]);
    expect(document).toMatchObject({
      version: '1.0',
      requestContext: {
        functionArn: expect.stringMatching(/:function:mini-Follow:\$LATEST$/),
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 2,
      },
      DDBStreamBatchInfo: {
        startSequenceNumber: sequence,
        endSequenceNumber: sequence,
        batchSize: 1,
        streamArn: expect.stringContaining('table/mini-Plain/stream/'),
      },
    });
    expect(keysOf('Follow', 'unstuck')).toEqual(['unstuck']);
  });

  it.each(['throw', 'report'])('split a batch until the one bad record stands alone (%s)', async (how) => {
    const keys = Array.from({ length: 9 }, (_, index) => `${how}-${index}`);
    await putTogether(
      'Halved',
      keys.map((key, index) => row(key, index === 4 ? how : undefined)),
    );
    await zone.settle();
    const documents = await parked();
    expect(documents.map(({ DDBStreamBatchInfo: { batchSize } }) => batchSize)).toEqual([1]);
    expect(documents[0]?.DDBStreamBatchInfo.startSequenceNumber).toBe(sequenceOf('Halve', `${how}-4`));
    const last = zone.readAll('Halve', Batch).at(-1);
    expect(new Set(keysOf('Halve', `${how}-`))).toEqual(new Set(keys));
    expect(last?.records.map(({ dynamodb }) => dynamodb.Keys.pk.S)).not.toContain(`${how}-4`);
  });
});

it('tells DynamoDB when rows end, as the template does', async () => {
  const { TimeToLiveDescription } = await zone.dynamoDb.send(
    new DescribeTimeToLiveCommand({ TableName: 'mini-Plain' }),
  );
  expect(TimeToLiveDescription).toEqual({ AttributeName: 'gone', TimeToLiveStatus: 'ENABLED' });
});
