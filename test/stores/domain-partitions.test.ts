import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { withdraw } from '../../domain/listing/lifecycle.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { DomainPartitions } from '../../domain/matching/domain-partitions.ts';
import { makeCandidateStore } from '../../functions/_adapters/dynamo/candidate-store.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { demandId, offerId, system } from './ids.ts';
import { listingWriters, watching } from './index-zone.ts';
import { startTables, type Tables } from './tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

const name = () => tables.nameOf('Candidates');
const publish = (partitions: DomainPartitions, listing: Listing) =>
  listingWriters(tables, { partitions }).publish(listing);
const save = (partitions: DomainPartitions, after: Listing, before: Listing) =>
  listingWriters(tables, { partitions }).save(after, before);
const store = (partitions: DomainPartitions, client = tables.client) =>
  makeCandidateStore(client, name(), { partitions });

const Keys = z.array(z.object({ domain: z.string(), listingId: z.string() }));
/** Partitions in which rows of these listings stand. */
async function placesOf(...ids: readonly string[]): Promise<readonly string[]> {
  const { Items } = await tables.client.send(new ScanCommand({ TableName: name() }));
  return Keys.parse(Items)
    .filter(({ listingId }) => ids.includes(listingId))
    .map(({ domain }) => domain)
    .toSorted();
}

const spread: DomainPartitions = { read: [4], write: 4 };
const one: DomainPartitions = { read: [1], write: 1 };
const before: DomainPartitions = { read: [1, 4], write: 1 };
const after: DomainPartitions = { read: [1, 4], write: 4 };

describe('a domain that is spread over partitions', () => {
  it('is read whole, whoever asks', async () => {
    const offers = Array.from({ length: 12 }, (_, n) => anOffer({ id: offerId(100 + n), domain: '66' }));
    for (const offer of offers) await publish(spread, offer);
    const ids = offers.map(({ id }) => id).toSorted();
    expect(new Set(await placesOf(...ids))).toEqual(
      new Set(['offer#66#0/4', 'offer#66#1/4', 'offer#66#2/4', 'offer#66#3/4']),
    );
    const { under, idsUnder } = store(spread);
    expect([...(await under(system, 'offer', ['65', '66'])).keys()].toSorted()).toEqual(ids);
    expect((await idsUnder(system, 'offer', '66')).toSorted()).toEqual(ids);
  });

  it('is left by who is withdrawn', async () => {
    const demand = aDemand({ id: demandId(1), domains: ['66', '67'] });
    await publish(spread, demand);
    await save(spread, withdraw(demand, now), demand);
    expect(await placesOf(demand.id)).toEqual([]);
  });
});

describe('a zone that goes from one width to another', () => {
  it('finds everybody at each step, in whatever order old and new writers come', async () => {
    let listing: Listing = aDemand({ id: demandId(2), domains: ['70', '71'] });
    await publish(one, listing);
    const steps = [one, before, after, before, after, spread];
    for (const writing of steps) {
      const next: Listing = { ...listing, version: listing.version + 1 };
      expect(await save(writing, next, listing)).toBe('saved');
      listing = next;
      const expected = writing.write === 1 ? ['demand#70', 'demand#71'] : ['demand#70#2/4', 'demand#71#2/4'];
      expect(await placesOf(listing.id)).toEqual(expected);
      // Readers have the setting of the writers, or the one before or behind it.
      for (const reading of [before, after]) {
        const found = await store(reading).under(system, 'demand', ['70', '71']);
        expect([...found.keys()], JSON.stringify({ writing, reading })).toEqual([listing.id]);
        expect(found.get(listing.id)?.compact?.version).toBe(listing.version);
      }
    }
  });

  it('has room in one transaction for a demand whose twenty domains all become others', async () => {
    const codes = [...Array(40).keys()].map((n) => String(n + 45));
    const was = aDemand({ id: demandId(3), domains: codes.slice(0, 20) });
    await publish(one, was);
    const becomes = { ...was, version: 2, domains: codes.slice(20) };
    expect(await save(after, becomes, was)).toBe('saved');
    expect(await placesOf(was.id)).toEqual(becomes.domains.map((code) => `demand#${code}#3/4`).toSorted());
    expect(await save(after, withdraw(becomes, now), becomes)).toBe('saved');
    expect(await placesOf(was.id)).toEqual([]);
  });

  it.each([
    ['to the one that is written', before, after],
    ['and back', after, before],
  ] as const)('misses nobody who moves at whatever moment of a reading: %s', async (_way, first, second) => {
    const queries = 6;
    for (let moment = 1; moment <= queries; moment++) {
      const offer = anOffer({ id: offerId(first.write * 1000 + moment), domain: '72' });
      await publish(first, offer);
      let reads = 0;
      const moving = watching(tables.client, async () => {
        reads += 1;
        if (reads === moment) await save(second, { ...offer, version: 2 }, offer);
      });
      const found = await store(after, moving).under(system, 'offer', ['72']);
      expect({ moment, found: found.has(offer.id), reads }).toEqual({ moment, found: true, reads: queries });
    }
  });
});
