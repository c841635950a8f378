import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfferId, OrganizationId } from '../../domain/ids.ts';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import { shortlist } from '../../domain/matching/shortlist.ts';
import { defaultWeights, type WeightsEditions } from '../../domain/matching/weights.ts';
import { dayIn, Instant } from '../../domain/time.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { makeAuditTrail } from '../../functions/_adapters/dynamo/audit-trail.ts';
import { makeCandidateStore } from '../../functions/_adapters/dynamo/candidate-store.ts';
import { makeHistoryStore } from '../../functions/_adapters/dynamo/history-store.ts';
import { makeListingReader } from '../../functions/_adapters/dynamo/listing-reader.ts';
import { makeListingRow } from '../../functions/_adapters/dynamo/listing-rows.ts';
import { makeListingPublisher } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { makeOrganizationReader, makeOrganizationWriter } from '../../functions/_adapters/dynamo/organization-store.ts';
import { makeRecheckStore } from '../../functions/_adapters/dynamo/recheck-store.ts';
import type { Outgoing } from '../../functions/_adapters/sqs/queue-sender.ts';
import { judgeCandidates } from '../../functions/_matching/judge-candidates.ts';
import { shortlisting } from '../../functions/_matching/shortlisting.ts';
import { keepHistory } from '../../functions/keep-history/keep-history.ts';
import { recheckListings } from '../../functions/recheck-listings/recheck-listings.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { memberOf, operator, system } from '../stores/ids.ts';
import { startTables, type Tables } from '../stores/tables.ts';

const timeZone = 'Asia/Shanghai';
const ended = '2026-12-31';
const lastMoment = Instant.parse('2026-12-31T15:59:59.000Z');
const newYear = Instant.parse('2026-12-31T16:05:00.000Z');
const aWeekLater = Instant.parse('2027-01-07T16:05:00.000Z');

const supplier = anOrganization({ id: OrganizationId.parse('org-supplier') });
const buyer = anOrganization({
  heldTags: [{ tag: 'kyc-verified' }, { tag: 'mlps-3', validUntil: ended }],
});
const offer = anOffer({
  recipientTags: ['mlps-2'],
  complianceTags: [...anOffer().complianceTags, { tag: 'dcmm-3', validUntil: '2027-01-05' }],
});
const demand = aDemand();
const weights: WeightsEditions = [
  { version: 'one', effectiveFrom: '2026-01-01', weights: defaultWeights },
  { version: 'two', effectiveFrom: '2027-03-01', weights: { ...defaultWeights, domain: 60 } },
];

let tables: Tables;
let asked: MatchRequestedV1['data'][] = [];
let isQueueDown = false;

const stores = () => ({
  listings: makeListingReader(tables.client, tables.nameOf('Listings')),
  candidates: makeCandidateStore(tables.client, tables.nameOf('Candidates')),
  organizations: makeOrganizationReader(tables.client, tables.nameOf('Organizations')),
  rechecks: makeRecheckStore(tables.client, tables.nameOf('Rechecks')),
  history: makeHistoryStore(tables.client, tables.nameOf('History')),
});

async function send(messages: readonly Outgoing[]): Promise<ReadonlyMap<string, string>> {
  if (isQueueDown) return new Map(messages.map(({ key }) => [key, 'ServiceUnavailable']));
  asked.push(...messages.map(({ body }) => (body as MatchRequestedV1).data));
  return new Map();
}

const run = (now: Instant) => {
  asked = [];
  return recheckListings({
    ...stores(),
    access: system,
    clock: () => now,
    zone: 'test',
    timeZone,
    weights,
    sendOverflow: send,
    sendSweeps: send,
  })();
};

async function outcomeAt(now: Instant): Promise<string | undefined> {
  const settings = { timeZone, weights, usesNegativeLists: false, canary: new Set<OrganizationId>(), shortlist };
  const deps = { ...stores(), ...settings, judge: system };
  const { open, near } = await shortlisting(deps)(demand, now);
  const worthReading = [...open, ...near].map(({ id }) => id);
  const [pair] = await judgeCandidates(deps)(demand, worthReading, now);
  return pair?.verdict.outcome;
}

const change = (after: object) => ({ sequence: '1', after: structuredClone(after) as Record<string, unknown> });

beforeAll(async () => {
  tables = await startTables();
  const names = {
    listings: tables.nameOf('Listings'),
    candidates: tables.nameOf('Candidates'),
    partitions: onePartition,
    requests: tables.nameOf('Requests'),
    usage: tables.nameOf('Usage'),
    mostListings: 1000,
  };
  const trail = makeAuditTrail(tables.client, tables.nameOf('Audit'), randomUUID);
  const organizations = makeOrganizationWriter(tables.client, tables.nameOf('Organizations'), trail);
  const publisher = makeListingPublisher(tables.client, names, trail);
  for (const listing of [offer, demand]) await publisher.publish(memberOf(listing.organizationId), listing);
  for (const organization of [supplier, buyer]) await organizations.put(operator, { ...organization, version: 1 });
  const keep = keepHistory({ ...stores(), access: system });
  const changes = [makeListingRow(offer), makeListingRow(demand), supplier, buyer].map(change);
  for (const _ of ['once', 'told again']) expect(await keep(changes)).toEqual(new Map());
});
afterAll(() => tables?.stop());

describe('a certificate that ends', () => {
  it('counts through its last day of the zone, and not on the day after', async () => {
    expect(dayIn(timeZone, lastMoment)).toBe(ended);
    expect(await outcomeAt(lastMoment)).toBe('matched');
    expect(await outcomeAt(newYear)).toBe('not-matched');
  });

  it('has nothing judged anew before its last day is over', async () => {
    expect(await run(lastMoment)).toEqual({ listings: 0, parties: 0, becauseOfRules: 0 });
    expect(asked).toEqual([]);
  });

  it('stays on the calendar while the queue takes nothing', async () => {
    isQueueDown = true;
    await expect(run(newYear)).rejects.toThrow('1 messages were not taken by the queue');
    isQueueDown = false;
  });

  it('has the listings of the party that held it judged anew on the first day without it, once', async () => {
    expect(await run(newYear)).toEqual({ listings: 0, parties: 1, becauseOfRules: 0 });
    expect(asked).toEqual([{ listingId: demand.id, version: 1, cause: 'evidence-ended' }]);
    expect(await run(newYear)).toEqual({ listings: 0, parties: 0, becauseOfRules: 0 });
  });

  it('has the offer that carries it judged anew, also where the run of its day did not happen', async () => {
    expect(await run(aWeekLater)).toEqual({ listings: 1, parties: 0, becauseOfRules: 0 });
    expect(asked).toEqual([{ listingId: offer.id, version: 1, cause: 'evidence-ended' }]);
  });
});

describe('weights or rules that begin', () => {
  it('have every pair judged anew, once, by its demand', async () => {
    const firstDay = Instant.parse('2027-03-01T00:00:00.000Z');
    expect(await run(firstDay)).toEqual({ listings: 0, parties: 0, becauseOfRules: 1 });
    expect(asked).toEqual([{ listingId: demand.id, version: 1, cause: 'rules-changed' }]);
    expect(await run(firstDay)).toEqual({ listings: 0, parties: 0, becauseOfRules: 0 });
  });
});

describe('history', () => {
  const at = (text: string) => Instant.parse(text);

  it('gives each listing and party as it stood at a moment, and none before it was there', async () => {
    const { history } = stores();
    await history.keepListing(system, {
      ...offer,
      version: 2,
      title: 'Second',
      updatedAt: at('2026-12-01T00:00:00.000Z'),
    });
    const titleAt = async (text: string) => (await history.listingAt(system, offer.id, at(text)))?.title;
    expect(await titleAt('2026-10-31T23:59:59.999Z')).toBeUndefined();
    expect(await titleAt('2026-11-01T00:00:00.000Z')).toBe(offer.title);
    expect(await titleAt('2026-11-30T23:59:59.999Z')).toBe(offer.title);
    expect(await titleAt('2026-12-01T00:00:00.000Z')).toBe('Second');
    expect(
      await history.listingAt(system, OfferId.parse(`offer-${'f'.repeat(32)}`), at('2027-01-01T00:00:00.000Z')),
    ).toBeUndefined();
  });

  it('keeps of a party what judging knows, and no name and no contact', async () => {
    const { history } = stores();
    const party = await history.partyAt(system, buyer.id, at('2027-01-01T00:00:00.000Z'));
    expect(party).toEqual({
      id: buyer.id,
      affiliates: buyer.affiliates,
      clearance: buyer.clearance,
      heldTags: buyer.heldTags,
      kind: buyer.kind,
    });
  });
});
