import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdraw } from '../../domain/listing/lifecycle.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { DomainPartitions } from '../../domain/matching/domain-partitions.ts';
import { makeCandidateStore } from '../../functions/_adapters/dynamo/candidate-store.ts';
import { makeIndexRewriter } from '../../functions/_adapters/dynamo/candidates/index-rewriter.ts';
import { makeDeps } from '../../functions/migrate-rows/deps.ts';
import { migrateRows } from '../../functions/migrate-rows/migrate-rows.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { demandId, offerId, system } from './ids.ts';
import { listingWriters } from './index-zone.ts';
import { startTables, type Tables } from './tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

const index = () => tables.nameOf('Candidates');
const keep = (Item: Record<string, unknown>) => tables.client.send(new PutCommand({ TableName: index(), Item }));

/** Rows of the index, without its journal. */
async function rows() {
  const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: index() }));
  return Items.filter(({ listingId }) => !String(listingId).startsWith('~'))
    .map(({ domain, listingId, v, c }) => [domain, listingId, v, c instanceof Uint8Array])
    .toSorted();
}

/** A run of the Lambda, in a zone that is set so. */
const run = (partitions: DomainPartitions, input: unknown = {}) =>
  migrateRows(
    makeDeps({
      DELIVERIES_TABLE: tables.nameOf('Deliveries'),
      LISTINGS_TABLE: tables.nameOf('Listings'),
      CANDIDATES_TABLE: index(),
      CANDIDATE_PARTITIONS: JSON.stringify(partitions),
      USAGE_TABLE: tables.nameOf('Usage'),
    }),
  )({ input, timeLeftMs: () => 600_000 });

const one: DomainPartitions = { read: [1], write: 1 };
const before: DomainPartitions = { read: [1, 4], write: 1 };
const after: DomainPartitions = { read: [1, 4], write: 4 };
const spread: DomainPartitions = { read: [4], write: 4 };

const offer = anOffer({ id: offerId(6), domain: '54' });
const demand = aDemand({ id: demandId(7), domains: ['54', '66'] });
const gone = anOffer({ id: offerId(8), domain: '54' });
const nothing = { rewritten: 0, overtaken: 0, open: 0 };

const inOne = [
  ['demand#54', demand.id, 1, true],
  ['demand#66', demand.id, 1, true],
  ['offer#54', offer.id, 1, true],
];
const inFour = [
  ['demand#54#3/4', demand.id, 1, true],
  ['demand#66#3/4', demand.id, 1, true],
  ['offer#54#2/4', offer.id, 1, true],
];

const save = (next: Listing, from: Listing) => listingWriters(tables).save(next, from);

describe('the index', () => {
  beforeAll(async () => {
    const { publish } = listingWriters(tables);
    for (const listing of [offer, demand, gone]) await publish(listing);
    await save(withdraw(gone, now), gone);
  });
  beforeEach(async () => {
    // As every writer has it today.
    expect(await rows()).toEqual(inOne);
  });

  it('gets its compact rows from the listings, and rows that are missing; then nothing is found to write', async () => {
    const { organizationId } = offer;
    await keep({ domain: 'offer#54', listingId: offer.id, organizationId });
    await tables.client.send(
      new DeleteCommand({ TableName: index(), Key: { domain: 'demand#66', listingId: demand.id } }),
    );
    expect(await run(one)).toEqual({ ...nothing, rewritten: 2 });
    expect(await rows()).toEqual(inOne);
    expect(await run(one, { again: true })).toEqual(nothing);
  });

  it('goes from one width to another and back, found by all readers at each step', async () => {
    const found = async (partitions: DomainPartitions) =>
      (await makeCandidateStore(tables.client, index(), { partitions }).under(system, 'demand', ['66'])).has(demand.id);
    expect(await run(before)).toEqual(nothing);
    expect(await run(after)).toEqual({ ...nothing, rewritten: 2 });
    expect(await rows()).toEqual(inFour);
    for (const reading of [before, after, spread]) expect(await found(reading)).toBe(true);
    expect(await run(spread)).toEqual(nothing);
    expect(await run(before)).toEqual({ ...nothing, rewritten: 2 });
    for (const reading of [after, before, one]) expect(await found(reading)).toBe(true);
  });

  it('is told of to matchers that are warm', async () => {
    const matcher = makeCandidateStore(tables.client, index(), { partitions: after, keptRows: 100 });
    const found = async () => (await matcher.under(system, 'offer', ['54'])).has(offer.id);
    expect(await found()).toBe(true);
    await run(after);
    expect(await found()).toBe(true);
    await run(before);
    expect(await found()).toBe(true);
  });

  it('is left to whoever changes a listing meanwhile', async () => {
    const { organizationId } = offer;
    await keep({ domain: 'offer#54', listingId: offer.id, organizationId });
    const client = new Proxy(tables.client, {
      get: (target, key) =>
        key !== 'send'
          ? Reflect.get(target, key)
          : async (command: ScanCommand) => {
              const answer = await target.send(command);
              if (command instanceof ScanCommand) await save({ ...offer, version: 2 }, offer);
              return answer;
            },
    });
    const settings = { listings: tables.nameOf('Listings'), candidates: index(), partitions: one };
    const page = await makeIndexRewriter(client, settings)(system, undefined);
    expect(page).toMatchObject({ rewritten: 0, overtaken: 1 });
    expect(await rows()).toContainEqual(['offer#54', offer.id, 2, true]);
  });
});
