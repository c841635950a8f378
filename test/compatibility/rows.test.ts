import { readdirSync, readFileSync } from 'node:fs';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemAccess } from '../../domain/access/access.ts';
import { Instant } from '../../domain/time.ts';
import { makeDeliveryStore } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { deliveryEditions } from '../../functions/_adapters/dynamo/editions/delivery-editions.ts';
import { shape } from '../../functions/_adapters/dynamo/shape.ts';
import { makeRowRewriter } from '../../functions/_adapters/dynamo/table/row-rewriter.ts';
import { makeDeps } from '../../functions/migrate-rows/deps.ts';
import { migrateRows } from '../../functions/migrate-rows/migrate-rows.ts';
import { demandId, system } from '../stores/ids.ts';
import { startTables, type Tables } from '../stores/tables.ts';
import { readings } from './readings.ts';

const folder = new URL('rows/', import.meta.url);

/** Rows as they were written once, and what they meant then. Whoever changes a form adds to these, and changes none. */
const Frozen = z.array(
  z.strictObject({
    edition: z.int(),
    note: z.string().optional(),
    row: z.record(z.string(), z.unknown()),
    means: z.unknown(),
  }),
);

const tablesWithRows = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const Binary = z.strictObject({ B: z.base64() });
/** What is binary stands in base64, as DynamoDB's own JSON has it. */
const withBinaries = (_name: string, value: unknown): unknown => {
  const { data } = Binary.safeParse(value);
  return data ? new Uint8Array(Buffer.from(data.B, 'base64')) : value;
};
const frozen = (table: string) =>
  Frozen.parse(JSON.parse(readFileSync(new URL(`${table}.json`, folder), 'utf8'), withBinaries));
const construct = (table: string): string => `${table.charAt(0).toUpperCase()}${table.slice(1)}`;

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

describe('rows that were written before', () => {
  it('are kept of every table', () => {
    expect(tablesWithRows.toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  it.each(tablesWithRows)('of %s mean today what they meant then', async (table) => {
    const read = readings(tables)[table] ?? expect.fail(`readings.ts does not say how ${table} is read`);
    const rows = frozen(table);
    for (const { row } of rows) {
      await tables.client.send(new PutCommand({ TableName: tables.nameOf(construct(table)), Item: row }));
    }
    for (const { row, means } of rows) expect({ row, means: await read(row) }).toMatchObject({ row, means });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the migration of rows', () => {
  const dayAfter = Instant.parse('2026-11-25T00:00:00.000Z');
  const deliveries = () => tables.nameOf('Deliveries');
  const scan = async () => (await tables.client.send(new ScanCommand({ TableName: deliveries() }))).Items ?? [];
  const run = (input: unknown, timesLeft: readonly number[] = []) => {
    const left = [...timesLeft];
    const deps = makeDeps({
      DELIVERIES_TABLE: deliveries(),
      LISTINGS_TABLE: tables.nameOf('Listings'),
      CANDIDATES_TABLE: tables.nameOf('Candidates'),
      USAGE_TABLE: tables.nameOf('Usage'),
    });
    return migrateRows(deps)({ input, timeLeftMs: () => left.shift() ?? 600_000 });
  };
  const dueNow = async () =>
    (await makeDeliveryStore(tables.client, deliveries()).due(system, dayAfter)).map((delivery) => delivery.demandId);

  it('leaves to the next run what it has no time for', async () => {
    expect(await run({}, [0, 0])).toEqual({ rewritten: 0, overtaken: 0, open: 2 });
    expect(await dueNow()).not.toContain(demandId(1));
  });

  it('brings every row to the edition of today, so that the index finds what waited by the old one', async () => {
    const before = await scan();
    const listed = frozen('listings').filter(({ row }) => row['status'] === 'listed');
    expect(listed.length).toBeGreaterThan(0);
    expect(await run({})).toEqual({ rewritten: before.length + listed.length, overtaken: 0, open: 0 });
    const after = await scan();
    expect(after).toHaveLength(before.length);
    expect(after.every(({ edition }) => edition === deliveryEditions.current)).toBe(true);
    expect(await dueNow()).toEqual(expect.arrayContaining([demandId(1), demandId(4), demandId(5)]));
    const read = readings(tables)['deliveries'] ?? expect.fail('deliveries');
    for (const { row, means } of frozen('deliveries')) expect(await read(row)).toMatchObject(means as object);
  });

  it('writes nothing when it runs again, nor from the beginning', async () => {
    const before = await scan();
    for (const input of [{}, { again: true }])
      expect(await run(input)).toEqual({ rewritten: 0, overtaken: 0, open: 0 });
    expect(await scan()).toEqual(before);
  });

  it('writes over nothing that was changed since it was read', async () => {
    const [old] = frozen('deliveries');
    const Item = { ...old?.row, demandId: demandId(77) };
    await tables.client.send(new PutCommand({ TableName: deliveries(), Item }));
    const changed = { ...Item, record: { ...(Item as { record?: object }).record, state: 'mailed' }, edition: 2 };
    // What somebody else writes between the reading and the writing.
    const send = tables.client.send.bind(tables.client);
    const between = new Proxy(tables.client, {
      get: (client, name) =>
        name !== 'send'
          ? Reflect.get(client, name)
          : async (command: PutCommand) => {
              if (command instanceof PutCommand) await send(new PutCommand({ TableName: deliveries(), Item: changed }));
              return send(command);
            },
    });
    const rewritePage = makeRowRewriter(between, deliveries(), deliveryEditions);
    expect(await rewritePage(systemAccess('migrate-rows'), undefined)).toMatchObject({ rewritten: 0, overtaken: 1 });
    expect(await scan()).toContainEqual(changed);
  });
});
