import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyTable, differences, exportZone, restoreZone } from '../../infra/backup/backup.ts';
import { RowDigest } from '../../infra/backup/digest.ts';
import { readSettings } from '../../infra/backup/settings.ts';
import { errorOf, MarketMeter, type Measured, tolerance } from '../../infra/cost/measure.ts';
import { loadMarket } from '../../infra/demo/market.ts';
import { drillRestore } from '../../infra/drill/restore-drill.ts';
import { localClient } from '../../infra/local/local-client.ts';
import { startTables, type Tables } from '../stores/tables.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-drill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the restore drill', () => {
  const meter = new MarketMeter();
  let measured: Measured | undefined;

  it('finds every row back, the same answers, no differing record and no mail sent twice', async () => {
    const market = await loadMarket();
    const [offers, demands] = [market.offers.slice(40), market.demands.slice(15)];
    const posting = new Set([...offers, ...demands].map(({ organization }) => organization));
    const organizations = market.organizations.filter(({ id }) => posting.has(id));
    const told: string[] = [];
    const wrong = await drillRestore({
      zone: 'cn-bj-data-pilot',
      assembly: inject('assembly'),
      market: { organizations, offers, demands },
      folder: join(folder, 'drill'),
      tell: (line) => told.push(line),
      options: { capacity: meter.capacity, onLog: ({ line }) => meter.note(line) },
      post: async (zone, posted) => {
        measured = await meter.post(zone, posted);
      },
    });
    expect(wrong).toEqual([]);
    expect(told).toHaveLength(8);
    expect(told[0]).toMatch(/58 listings, [1-9]\d* matches and [1-9]\d* mails/);
  }, 240_000);

  // The drill's zone is as good as any to measure in, and starting another one would take longer than all the rest.
  it('consumes, until it is stopped, within 15 % of what the model of the costs says, made from another load', () => {
    const { done, consumed, modelled } = measured ?? expect.fail('nothing was measured');
    expect(done.mails).toBeGreaterThan(0);
    expect(done.records).toBeGreaterThan(5);
    for (const kind of ['reads', 'writes'] as const)
      expect(Math.abs(errorOf(consumed[kind], modelled[kind])), kind).toBeLessThanOrEqual(tolerance);
  });
});

describe('a backup', () => {
  let tables: Tables;
  let client: DynamoDBClient;
  const zone = 'cn-bj-data-pilot';
  const clock = () => '2026-11-27T08:00:00.000Z';
  const backup = () => join(folder, 'backup');
  const put = (table: string, id: string, value: string) =>
    client.send(new PutItemCommand({ TableName: tables.nameOf(table), Item: { id: { S: id }, value: { S: value } } }));

  beforeAll(async () => {
    tables = await startTables();
    client = new DynamoDBClient(localClient(tables.endpoint, 'cn-north-1', 'LOCALTEST'));
    for (let n = 0; n < 60; n++) await put('Organizations', `org-${n}`, '城市'.repeat(n));
  });
  afterAll(async () => {
    client?.destroy();
    await tables?.stop();
  });

  it('tells which tables hold something else, and brings back what was lost and changed', async () => {
    const { tables: written } = await exportZone(client, zone, backup(), clock);
    expect(written['organizations']?.rows).toBe(60);
    expect(await differences(client, zone, backup())).toEqual([]);
    await put('Organizations', 'org-7', 'changed');
    expect(await differences(client, zone, backup())).toEqual(['organizations: 60 rows, 60 in the backup']);
    await restoreZone(client, zone, backup());
    expect(await differences(client, zone, backup())).toEqual([]);
  });

  it('brings back what is binary', async () => {
    const Item = { series: { S: 'counting' }, at: { S: '2026-11-26' }, piece: { B: new Uint8Array([0, 7, 255]) } };
    await client.send(new PutItemCommand({ TableName: tables.nameOf('Statistics'), Item }));
    await exportZone(client, zone, backup(), clock);
    const empty = { ...Item, piece: { B: new Uint8Array([1]) } };
    await client.send(new PutItemCommand({ TableName: tables.nameOf('Statistics'), Item: empty }));
    expect(await differences(client, zone, backup())).toHaveLength(1);
    await restoreZone(client, zone, backup());
    expect(await differences(client, zone, backup())).toEqual([]);
  });

  it('is refused where a file is not what was written, before anything is written over', async () => {
    await put('Organizations', 'org-1', 'newer');
    await writeFile(join(backup(), 'organizations.jsonl'), '{"id":{"S":"org-1"},"value":{"S":"damaged"}}\n');
    await expect(restoreZone(client, zone, backup())).rejects.toThrow('has 1 rows of 60');
    const Key = { id: { S: 'org-1' } };
    const { Item } = await client.send(new GetItemCommand({ TableName: tables.nameOf('Organizations'), Key }));
    expect(Item?.['value']).toEqual({ S: 'newer' });
  });

  it('copies a table that was recovered beside into the one that is used', async () => {
    const { rows } = await copyTable(client, tables.nameOf('Organizations'), tables.nameOf('Listings'));
    expect(rows).toBe(60);
  });

  it('is digested by its rows, whatever their order and that of their values', () => {
    const [one, other] = [new RowDigest(), new RowDigest()];
    one.add({ a: { S: '1' }, b: { M: { c: { N: '2' }, d: { L: [] } } } });
    one.add({ a: { S: '2' } });
    other.add({ a: { S: '2' } });
    other.add({ b: { M: { d: { L: [] }, c: { N: '2' } } }, a: { S: '1' } });
    expect(one.value).toEqual(other.value);
    other.add({ a: { S: '3' } });
    expect(one.value).not.toEqual(other.value);
  });

  it('says what is missing on the command line', () => {
    expect(() => readSettings([])).toThrow('Say what to do');
    expect(() => readSettings(['restore'])).toThrow('restore needs --folder.');
    expect(() => readSettings(['copy', '--from', 'x'])).toThrow('copy needs --from and --to.');
  });
});
