import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { runScript } from './run-script.ts';
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
  const { TableName, rows } = await matchRows();
  return { TableName, row: rows[0] ?? expect.fail('nothing is on record') };
}

async function matchRows() {
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({}));
  const TableName = TableNames.find((name) => name.includes('StorageMatches')) ?? expect.fail(`no table of ${table}`);
  const { Items: rows = [] } = await dynamo.send(new ScanCommand({ TableName }));
  return { TableName, rows };
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

/** What a match says, without the time of the mending. */
const said = async () => (await matches()).map(({ updatedAt: _, ...match }) => match);

const reconcile = (...args: readonly string[]) => runScript('infra/local/reconcile-cli.ts', args);

describe('npm run reconcile', () => {
  it('mends a score that the judge does not give, and counts; then finds nothing more', async () => {
    const title = 'Another demand';
    await zone.post('/v1/demands', 'org-buyer', demandBody({ title }));
    await zone.post('/v1/demands', 'org-buyer', demandBody({ title: `${title} still` }));
    await zone.settle();
    const before = await said();
    const { TableName, rows } = await matchRows();
    const changed = rows.find(({ status }) => status === 'open') ?? expect.fail('no match is open');
    await dynamo.send(new PutCommand({ TableName, Item: { ...changed, score: 3 } }));
    expect(await reconcile('--control', zone.zone.control)).toEqual({
      code: 1,
      stdout: '2 demands judged anew, 1 records differed and were mended\n',
      stderr: 'Having every listed demand judged anew.\n',
    });
    expect(await said()).toEqual(before);
    expect(await reconcile('--control', zone.zone.control)).toMatchObject({
      code: 0,
      stdout: '2 demands judged anew, 0 records differed\n',
    });
  });

  it('says where there is no zone, or no address', async () => {
    expect(await reconcile('--control', 'http://127.0.0.1:9')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No zone answers at http://127.0.0.1:9/'),
    });
    expect(await reconcile('--control', zone.zone.api)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is no zone's control address"),
    });
    expect(await reconcile()).toMatchObject({ code: 2, stderr: expect.stringContaining('--control is needed') });
  });
});
