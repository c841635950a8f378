import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListingId } from '../../domain/ids.ts';
import { isDemand } from '../../domain/listing/listing.ts';
import { bestNear, withRemedies } from '../../domain/match/near.ts';
import type { JudgedPair } from '../../domain/match/record.ts';
import { readCompact, writeCompact } from '../../domain/matching/compact/compact-listing.ts';
import type { Mark } from '../../domain/matching/mark.ts';
import { type ShortlistFacts, shortlist } from '../../domain/matching/shortlist.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { partyOf } from '../../domain/organization/party.ts';
import { rulebookOn } from '../../domain/rulebook/rulebook.ts';
import { judgeInOrder } from '../../functions/_matching/judge-in-order.ts';
import { matchIdWith } from '../../functions/_runtime/ids.ts';
import { aDemand } from '../builders/demand.ts';
import { now, today } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { offerId } from '../stores/ids.ts';
import { anyMarket, type Judged, judgedPairs, looseShortlist, type Market } from './matching/market.ts';

const supplierId = anOffer().organizationId;

const otherIn = ({ own }: Market, { offer, demand }: JudgedPair): ListingId => (isDemand(own) ? offer.id : demand.id);

/** What is to be on record of pairs: who matches or needs a person, and who would match after which change. */
const finding = (pairs: readonly JudgedPair[]) =>
  new Map(
    pairs
      .filter(({ verdict, remedy }) => verdict.outcome !== 'not-matched' || remedy)
      .map(({ matchId, verdict, remedy }) => [matchId, [verdict.outcome, verdict.score, remedy]]),
  );

const listsOf = (market: Market, isLoose: boolean) => {
  const candidates = market.others.map((other) => ({
    id: other.id,
    organizationId: other.organizationId,
    compact: readCompact(writeCompact(other)),
  }));
  const facts: ShortlistFacts = {
    now,
    today,
    usesNegativeLists: false,
    rulebook: rulebookOn(today),
    own: partyOf(market.parties[0] ?? anOrganization()),
    weights: defaultWeights,
  };
  return (isLoose ? looseShortlist(market) : shortlist)(market.own, candidates, facts);
};

/** Judges a market part by part, and gives what each part read. */
async function inParts(
  market: Market,
  { room, mostNear, isLoose }: { room: number; mostNear: number; isLoose: boolean },
) {
  const pairs = new Map(judgedPairs(market).map((pair) => [otherIn(market, pair), pair]));
  const parts: Judged[][] = [];
  const settled: JudgedPair[] = [];
  let near: readonly ListingId[] = [];
  for (let mark: Mark | undefined; ; ) {
    const judge = async (ids: readonly ListingId[]) => ids.flatMap((id) => pairs.get(id) ?? []);
    const work = { shortlist: listsOf(market, isLoose), mark, first: near, room, mostNear };
    const part = await judgeInOrder(work, { judge, matchIdWith: matchIdWith(market.own.id) });
    parts.push([...part.judged]);
    if (part.mark === undefined) return { parts, found: [...settled, ...withRemedies(part.judged, mostNear)] };
    const best = new Set(bestNear(part.judged, mostNear).map((pair) => otherIn(market, pair)));
    settled.push(...part.judged.filter((pair) => !best.has(otherIn(market, pair))));
    near = [...best];
    mark = part.mark;
  }
}

const anySettings = fc.record({
  room: fc.constantFrom(1, 3, 8, 1000),
  mostNear: fc.constantFrom(1, 2, 5, 200),
  isLoose: fc.boolean(),
});

describe('pairs that are judged best first, as many as it takes', () => {
  it('come out as where all of them are judged at once, however many one part takes and however loose the shortlist is', async () => {
    await fc.assert(
      fc.asyncProperty(anyMarket('', 30), anySettings, async (market, settings) => {
        const { found } = await inParts(market, settings);
        expect(finding(found)).toEqual(finding(withRemedies(judgedPairs(market), settings.mostNear)));
      }),
      { numRuns: 40 },
    );
  });

  it('are each read once, but for those that may be among the best near ones', async () => {
    await fc.assert(
      fc.asyncProperty(anyMarket('', 30), anySettings, async (market, settings) => {
        const { parts } = await inParts(market, settings);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(settings.room + settings.mostNear);
        const times = Map.groupBy(parts.flat(), ({ matchId }) => matchId);
        const repeats = [...times.values()].reduce((sum, { length }) => sum + length - 1, 0);
        expect(repeats).toBeLessThanOrEqual((parts.length - 1) * settings.mostNear);
      }),
      { numRuns: 25 },
    );
  });

  it('are not read where they can reach no place among the best near ones', async () => {
    const near = (n: number, domain: string) =>
      anOffer({ id: offerId(n), domain, complianceTags: ['non-pi', 'right-operate'] });
    const [best, others] = [
      Array.from({ length: 220 }, (_, n) => near(n, '54')),
      Array.from({ length: 80 }, (_, n) => near(1000 + n, '55')),
    ];
    const market: Market = {
      own: aDemand(),
      others: [...best, ...others],
      parties: [anOrganization({ id: supplierId })],
    };
    const pairs = new Map(judgedPairs(market).map((pair) => [otherIn(market, pair), pair]));
    const shortlisted = [...pairs].map(([id, { verdict }]) => ({ id, most: verdict.score }));
    expect(new Set(shortlisted.map(({ most }) => most)).size).toBe(2);
    const read: ListingId[] = [];
    const judge = async (ids: readonly ListingId[]) => {
      read.push(...ids);
      return ids.flatMap((id) => pairs.get(id) ?? []);
    };
    const work = { shortlist: { open: [], near: shortlisted }, mark: undefined, first: [], room: 1000, mostNear: 200 };
    const { judged } = await judgeInOrder(work, { judge, matchIdWith: matchIdWith(market.own.id) });
    expect(bestNear(judged)).toEqual(bestNear([...pairs.values()]));
    expect(read.length).toBeGreaterThanOrEqual(200);
    expect(read.filter((id) => others.some((other) => other.id === id))).toEqual([]);
  });
});
