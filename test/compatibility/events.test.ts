import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contracts } from '../../events/contracts.ts';

const folder = new URL('events/', import.meta.url);
const frozen = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

/** Messages as they were sent once. Whoever changes a contract makes a new version of it beside, and changes none of these. */
const messagesOf = (type: string) =>
  z
    .array(z.unknown())
    .min(1)
    .parse(JSON.parse(readFileSync(new URL(`${type}.json`, folder), 'utf8')));

describe('messages that were sent before', () => {
  it('are kept of every contract, and each of them still has one: a queue holds what was sent for 14 days', () => {
    expect(frozen.toSorted()).toEqual(Object.keys(contracts).toSorted());
  });

  it.each(frozen)('as %s mean today what they meant then', (type) => {
    for (const message of messagesOf(type)) expect(contracts[type]?.parse(message)).toMatchObject(message as object);
  });
});
