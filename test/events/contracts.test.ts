import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { channels } from '../../events/channels.ts';
import { contracts } from '../../events/contracts.ts';

const docs = new URL('../../docs/events/', import.meta.url);
const exampleOf = async (type: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`${type}.example.json`, docs), 'utf8'));

describe.each(Object.entries(contracts))('the contract %s', (type, contract) => {
  it('is met by its written example', async () => {
    expect(contract.parse(await exampleOf(type))).toEqual(await exampleOf(type));
  });

  it('stands in docs/events as JSON Schema', async () => {
    const schema = `${JSON.stringify(z.toJSONSchema(contract, { io: 'input' }), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot(new URL(`${type}.schema.json`, docs).pathname);
  });

  it('takes neither another type nor a field that it does not know', async () => {
    const example = z.record(z.string(), z.unknown()).parse(await exampleOf(type));
    expect(contract.safeParse({ ...example, type: 'something-else.v1' }).success).toBe(false);
    expect(contract.safeParse({ ...example, note: 'x' }).success).toBe(false);
    const data = z.record(z.string(), z.unknown()).parse(example['data']);
    expect(contract.safeParse({ ...example, data: { ...data, title: 'x' } }).success).toBe(false);
  });

  it('travels on at least one channel', () => {
    const carried: readonly string[] = Object.values(channels).flatMap((channel) => channel.events);
    expect(carried).toContain(type);
  });
});
