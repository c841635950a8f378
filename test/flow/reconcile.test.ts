import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Items = z.object({ items: z.array(z.looseObject({ id: z.string(), score: z.number() })) });

let zone: ZoneUnderTest;
let dynamo: DynamoDBDocumentClient;
let demand: string;
const table = 'zonematch-cn-bj-data-pilot';

const matches = async () => Items.parse((await zone.call('/v1/matches', { as: 'org-buyer' })).body).items;
const differed = () => zone.logs.filter((line) => line.includes('record differed')).length;

/** Row and table of the one match there is. */
async function matchRow() {
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({}));
  const TableName = TableNames.find((name) => name.includes('StorageMatches')) ?? expect.fail(`no table of ${table}`);
  const { Items: rows = [] } = await dynamo.send(new ScanCommand({ TableName }));
  return { TableName, row: rows[0] ?? expect.fail('nothing is on record') };
}

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  dynamo = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: zone.zone.endpoints.dynamodb,
      region: zone.zone.region,
      credentials: { accessKeyId: 'LOCALTEST', secretAccessKey: 'local' },
    }),
  );
  await Promise.all([zone.verify('org-supplier'), zone.verify('org-buyer')]);
  await zone.post('/v1/offers', 'org-supplier', offerBody());
  demand = await zone.post('/v1/demands', 'org-buyer', demandBody());
  await zone.settle();
});
afterAll(() => zone?.zone.stop());

describe('the nightly reconciliation', () => {
  it('changes nothing where the record says what the judge says', async () => {
    const before = await matchRow();
    await zone.runSchedule('Reconciliation');
    expect(await matchRow()).toEqual(before);
    expect(differed()).toBe(0);
  });

  it('finds a match that the record has lost, says so, and mails nobody again', async () => {
    const { TableName, row } = await matchRow();
    await dynamo.send(new DeleteCommand({ TableName, Key: { id: row['id'] } }));
    await zone.settle();
    expect(await matches()).toEqual([]);
    await zone.runSchedule('Reconciliation');
    expect((await matches()).map(({ id }) => id)).toEqual([row['id']]);
    expect(differed()).toBe(1);
    expect(await zone.mails()).toHaveLength(1);
  });

  it('mends a score that the judge does not give', async () => {
    const { TableName, row } = await matchRow();
    await dynamo.send(new PutCommand({ TableName, Item: { ...row, score: 3 } }));
    await zone.settle();
    await zone.runSchedule('Reconciliation');
    expect((await matches()).map(({ score }) => score)).toEqual([row['score']]);
    expect(differed()).toBe(2);
  });

  it('ends an open match whose demand is withdrawn', async () => {
    const { TableName, row } = await matchRow();
    await zone.call(`/v1/demands/${demand}`, { method: 'DELETE', as: 'org-buyer' });
    await zone.settle();
    await dynamo.send(new PutCommand({ TableName, Item: row }));
    await zone.settle();
    expect(await matches()).toHaveLength(1);
    await zone.runSchedule('Reconciliation');
    expect(await matches()).toEqual([]);
    expect(differed()).toBe(3);
  });
});
