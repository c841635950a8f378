import { readdirSync, readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shape } from '../../functions/_adapters/dynamo/shape.ts';
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
const frozen = (table: string) => Frozen.parse(JSON.parse(readFileSync(new URL(`${table}.json`, folder), 'utf8')));
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
