import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DemandId, OfferId, OrganizationId } from '../../domain/ids.ts';
import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import { readCompact, writeCompact } from '../../domain/matching/compact/compact-listing.ts';
import { judge } from '../../domain/matching/match.ts';
import { isNear, type Pairing } from '../../domain/matching/remedies.ts';
import { type Candidate, shortlist } from '../../domain/matching/shortlist.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import type { Party } from '../../domain/organization/organization.ts';
import { anyPairing } from './arbitraries.ts';

const hex = (number: number): string => number.toString(16).padStart(32, '0');

/** One listing and several of the other side, each of a party of its own, all judged on the first one's day. */
type Market = { readonly own: Listing; readonly ownParty: Party; readonly pairs: readonly Pairing[] };

const anyMarket = (side: 'offer' | 'demand'): fc.Arbitrary<Market> =>
  fc.array(anyPairing, { minLength: 8, maxLength: 24 }).map((drawn) => {
    const [first] = drawn;
    if (!first) throw new Error('nothing was drawn');
    const own = side === 'offer' ? first.offer : first.demand;
    const ownParty = side === 'offer' ? first.facts.supplier : first.facts.buyer;
    const pairs = drawn.map(({ offer, demand, facts }, at): Pairing => {
      const id = OrganizationId.parse(`org-${at}`);
      if (side === 'offer') {
        const other = {
          ...demand,
          id: DemandId.parse(`demand-${hex(at)}`),
          organizationId: id,
          status: 'listed' as const,
        };
        const buyer = { ...facts.buyer, id };
        return { offer: first.offer, demand: other, facts: { ...first.facts, buyer } };
      }
      const other = { ...offer, id: OfferId.parse(`offer-${hex(at)}`), organizationId: id, status: 'listed' as const };
      return { offer: other, demand: first.demand, facts: { ...first.facts, supplier: { ...facts.supplier, id } } };
    });
    return { own, ownParty, pairs };
  });

function otherOf({ offer, demand }: Pairing, own: Listing): Listing {
  return isDemand(own) ? offer : demand;
}

function listsOf({ own, ownParty, pairs }: Market, knows: (id: OrganizationId) => boolean, hasRow = true) {
  const [first] = pairs;
  if (!first) throw new Error('nothing was drawn');
  const candidates = pairs.map((pair): Candidate => {
    const other = otherOf(pair, own);
    const compact = hasRow ? readCompact(writeCompact(other)) : undefined;
    return { id: other.id, organizationId: other.organizationId, compact };
  });
  const parties = new Map(
    pairs.map(({ facts }) => (isDemand(own) ? facts.supplier : facts.buyer)).map((party) => [party.id, party]),
  );
  const { now, today, usesNegativeLists = false } = first.facts;
  const partyOf = (id: OrganizationId) => (knows(id) ? parties.get(id) : undefined);
  const facts = { now, today, usesNegativeLists, own: ownParty, partyOf, weights: defaultWeights };
  return shortlist(own, candidates, facts);
}

const everybody = () => true;
const nobody = () => false;
const some = (id: OrganizationId) => Number(id.slice(4)) % 2 === 0;

describe.each(['offer', 'demand'] as const)('the shortlist of one %s', (side) => {
  it('leaves out no pair that would leave anything on record, whoever’s party is known, and no score is higher than it says', () => {
    fc.assert(
      fc.property(anyMarket(side), fc.constantFrom(everybody, nobody, some), (market, knows) => {
        const { open, near } = listsOf(market, knows);
        const most = new Map([...open, ...near].map((one) => [one.id, one.most]));
        const isOpen = new Set(open.map(({ id }) => id));
        for (const pair of market.pairs) {
          const { id } = otherOf(pair, market.own);
          const verdict = judge(pair.offer, pair.demand, pair.facts, defaultWeights);
          if (verdict.outcome !== 'not-matched') expect(isOpen).toContain(id);
          if (isNear(verdict)) expect(most.has(id), id).toBe(true);
          expect(verdict.score).toBeLessThanOrEqual(most.get(id) ?? 100);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has nobody in it that a gate keeps out for good, where every party and column is known; and every score is the pair’s', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyMarket(side), (market) => {
        const { open, near } = listsOf(market, everybody);
        const [isOpen, isKept] = [new Set(open.map(({ id }) => id)), new Set(near.map(({ id }) => id))];
        const most = new Map([...open, ...near].map((one) => [one.id, one.most]));
        for (const pair of market.pairs) {
          const other = otherOf(pair, market.own);
          const verdict = judge(pair.offer, pair.demand, pair.facts, defaultWeights);
          // A term that the vocabulary does not have leaves it to the listing itself.
          if (JSON.stringify(verdict.criteria).includes('term-unknown') || most.get(other.id) === undefined) continue;
          kept += 1;
          if (isKept.has(other.id)) expect(isNear(verdict)).toBe(true);
          if (isOpen.has(other.id) && most.get(other.id) !== 100) expect(verdict.outcome).not.toBe('not-matched');
          if (most.get(other.id) !== 100) expect(most.get(other.id)).toBe(verdict.score);
        }
      }),
      { numRuns: 100 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it('is everybody where no rows are known, and stands in order of the score, equals by id', () => {
    fc.assert(
      fc.property(anyMarket(side), fc.boolean(), (market, hasRow) => {
        const { open, near } = listsOf(market, everybody, hasRow);
        if (!hasRow) expect(open).toHaveLength(market.pairs.length);
        for (const list of [open, near]) {
          const sorted = list.toSorted((a, b) => b.most - a.most || (a.id < b.id ? -1 : 1));
          expect(list).toEqual(sorted);
        }
      }),
      { numRuns: 50 },
    );
  });
});
