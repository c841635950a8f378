import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemandId, OfferId, ReplayId } from '../../domain/ids.ts';
import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { mostSearched, withRemedies } from '../../domain/match/near.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { shareOf, whole } from '../../domain/matching/parts.ts';
import { Instant } from '../../domain/time.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { demandId, org, system } from '../stores/ids.ts';
import { anyMarket, judgedPairs, looseShortlist, type Market } from './matching/market.ts';
import { MatcherUnderTest, requestFor } from './matching/matcher-under-test.ts';
import { mortal } from './matching/mortal.ts';

let matcher: MatcherUnderTest;

beforeAll(async () => {
  matcher = await MatcherUnderTest.start(4);
});
afterAll(() => matcher?.stop());

let markets = 0;

/** The market with ids of its own, as all share the tables. */
function unlikeOthers({ own, others, parties }: Market): Market {
  markets += 1;
  const mark = markets.toString(16).padStart(4, '0');
  const renamed = <L extends Listing>(listing: L): L => {
    const id = listing.id.replace(/-(..)..../, `-$1${mark}`);
    return { ...listing, id: isDemand(listing) ? DemandId.parse(id) : OfferId.parse(id) };
  };
  return { own: renamed(own), others: others.map(renamed), parties };
}

/** What a record says, but for the moments at which it was written; and whether it tells of what was found before. */
function said(records: readonly Match[], known: readonly Match[] = []) {
  const before = new Map(known.map(({ id, foundAt }) => [id, foundAt]));
  return new Map(
    records.map(({ id, foundAt, postedAt: _p, updatedAt: _u, shown, ...rest }) => {
      const isOld = before.get(id) === foundAt;
      return [id, { ...rest, isOld, wasSeen: shown !== undefined }];
    }),
  );
}

/** What is to be on record after judging every pair at once, where `known` was before. */
function expected(market: Market, known: readonly Match[], part: string): ReturnType<typeof said> {
  const pairs = withRemedies(judgedPairs(market), Math.ceil(mostSearched * shareOf(part)));
  const after = new Map(known.map((match) => [match.id, match]));
  for (const match of changesToRecord(known, pairs, market.own.updatedAt)) after.set(match.id, match);
  return said([...after.values()], known);
}

const anyChange = fc.record({
  revised: fc.nat(4),
  level: fc.integer({ min: 1, max: 5 }),
  withdrawn: fc.nat(7),
  isVerified: fc.boolean(),
});
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

/** Some of the others say something else, some are gone, and the listing's own party may not be who it was. */
async function changed({ own, others, parties }: Market, { revised, level, withdrawn, isVerified }: Change) {
  const revise = async (other: Listing, n: number): Promise<Listing> => {
    if (n % 8 === withdrawn) return matcher.revise(other, { status: 'withdrawn' });
    if (n % 5 !== revised) return other;
    return matcher.revise(other, isDemand(other) ? { maxSecurityLevel: level } : { securityLevel: level });
  };
  const [first, ...rest] = parties;
  const own0 = first && { ...first, heldTags: isVerified ? first.heldTags : [] };
  if (own0) await matcher.verify(own0);
  return { own, others: await Promise.all(others.map(revise)), parties: own0 ? [own0, ...rest] : parties };
}

async function forget({ own, others }: Market): Promise<void> {
  const listed = [own, ...others].filter(({ status }) => status === 'listed');
  await Promise.all(listed.map((listing) => matcher.revise(listing, { status: 'withdrawn' })));
}

const anySettings = fc.record({
  pairsAtOnce: fc.constantFrom(3, 8, 500),
  isLoose: fc.boolean(),
  // Of the pairs of this part, the best thirteen near ones are searched for remedies, where of all it is two hundred.
  part: fc.constantFrom(whole, 'a'),
});

/** An offer, and demands that it meets better and worse; judged four at a time, that is in parts. */
async function aBusyOffer(count = 10): Promise<Market> {
  const domains = ['54', 'G', '55', '53'];
  const market = unlikeOthers({
    own: anOffer({ organizationId: org('org-0'), version: 1 }),
    others: Array.from({ length: count }, (_, n) =>
      aDemand({ id: demandId(n), organizationId: org('org-1'), domains: [domains[n % domains.length] ?? '54'] }),
    ),
    parties: ['org-0', 'org-1'].map((id) => anOrganization({ id: org(id) })),
  });
  for (const party of market.parties) await matcher.verify(party);
  await matcher.publish(market.own, ...market.others);
  return market;
}

/** The matcher with a shortlist that knows each score. */
const knowing = (market: Market) => ({ ...matcher.deps, shortlist: looseShortlist(market, 1) });

const isOpen = ({ status }: Match): boolean => status === 'open';

describe('a listing that is judged in parts', () => {
  it('has on record what judging every pair at once puts there, before and after things have changed', async () => {
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(anyMarket('a', 26), anyChange, anySettings, async (plain, change, settings) => {
        const { pairsAtOnce, isLoose, part } = settings;
        let market = unlikeOthers(plain);
        for (const party of market.parties) await matcher.verify(party);
        await matcher.publish(market.own, ...market.others);
        const judged = async (occasion: string): Promise<void> => {
          const shortlisted = isLoose && { shortlist: looseShortlist(market) };
          const request = requestFor(market.own, { cause: 'organization-changed', ...(part && { part }) }, occasion);
          const known = await matcher.records(market.own);
          await matcher.drain(request, { ...matcher.deps, pairsAtOnce, ...shortlisted });
          const records = await matcher.records(market.own);
          expect(said(records, known)).toEqual(expected(market, known, part));
          ended += records.filter(({ status }) => status === 'ended').length;
        };
        await judged('.posted');
        market = await changed(market, change);
        await judged('.changed');
        await forget(market);
      }),
      { numRuns: 5, endOnFailure: true },
    );
    expect(ended).toBeGreaterThan(0);
  });

  it('has its best matches on record first, and says once, at the end, that it was matched', async () => {
    const market = await aBusyOffer();
    matcher.lines.length = 0;
    matcher.queue.push(requestFor(market.own));
    const lowest: number[] = [];
    for (let next = matcher.queue.shift(); next; next = matcher.queue.shift()) {
      expect(matcher.said('listing matched')).toEqual([]);
      const before = new Set((await matcher.records(market.own)).map(({ id }) => id));
      await matcher.hand(next, knowing(market));
      const added = (await matcher.records(market.own)).filter(({ id }) => !before.has(id)).map(({ score }) => score);
      if (lowest.length > 0) expect(Math.max(...added, 0)).toBeLessThanOrEqual(Math.min(...lowest));
      if (added.length > 0) lowest.push(Math.min(...added));
    }
    expect(lowest).toHaveLength(3);
    expect(new Set(lowest).size).toBeGreaterThan(1);
    expect(matcher.said('listing judged in parts')).toHaveLength(1);
    const told = {
      version: 1,
      pairsJudged: 10,
      recordsChanged: 10,
      opened: 10,
      parts: 6,
      secondsSincePost: expect.any(Number),
    };
    expect(matcher.said('listing matched')).toEqual([expect.objectContaining(told)]);
    await forget(market);
  });

  it('ends once where every message comes twice, and asks for no part more than twice', async () => {
    const market = await aBusyOffer();
    matcher.lines.length = 0;
    const replayId = ReplayId.parse(`replay-${'7'.repeat(32)}`);
    const request = requestFor(market.own, { cause: 'replay', replayId }, '.replay');
    await matcher.deps.replays.mark(system, replayId, 'begun', now);
    expect(await matcher.drain(request, knowing(market), 2)).toBe(2 * 6);
    expect(await matcher.drain(request, knowing(market))).toBe(1);
    expect(said(await matcher.records(market.own))).toEqual(expected(market, [], whole));
    expect(matcher.said('listing matched')).toHaveLength(1);
    expect(await matcher.replayed(replayId)).toMatchObject({ judged: 1, changed: 10 });
    await forget(market);
  });

  it('ends once, with everything on record, wherever the Lambda ends in the middle of it', async () => {
    let market = await aBusyOffer(4);
    let hasDied = true;
    for (let call = 1; hasDied; call++) {
      for (const when of ['before', 'after'] as const) {
        const replayId = ReplayId.parse(`replay-${`${call}${when === 'after' ? 'a' : 'b'}`.padStart(32, '0')}`);
        await matcher.deps.replays.mark(system, replayId, 'begun', now);
        const dying = mortal({ ...knowing(market), pairsAtOnce: 2 }, call, when);
        matcher.lines.length = 0;
        await matcher.drain(requestFor(market.own, { cause: 'replay', replayId }, `.${call}-${when}`), dying.deps);
        hasDied = dying.hasDied();
        expect(said(await matcher.records(market.own))).toEqual(expected(market, [], whole));
        expect(await matcher.replayed(replayId)).toMatchObject({ judged: 1 });
        expect(matcher.said('listing matched').length).toBeLessThanOrEqual(1);
        if (!hasDied) expect(call).toBeGreaterThan(8);
        market = { ...market, own: await matcher.revise(market.own, { title: `Offer ${call} ${when}` }) };
      }
    }
    await forget(market);
  });

  describe('and that is changed in the middle', () => {
    /** The first part of what was asked for a listing is done, and the second is handed out when the listing is another. */
    async function inTheMiddle() {
      const market = await aBusyOffer();
      matcher.lines.length = 0;
      await matcher.hand(requestFor(market.own), knowing(market));
      const second = matcher.queue.shift() ?? expect.fail('there is no second part');
      const own = await matcher.revise(market.own, { securityLevel: 4, title: 'Offer in version 2' });
      return { second, market: { ...market, own } };
    }

    it('is left to the request for the newer version, and told of as overtaken', async () => {
      const { second, market } = await inTheMiddle();
      expect(await matcher.drain(second, knowing(market), 2)).toBe(2);
      expect(matcher.said('request overtaken')).toEqual([expect.objectContaining({ version: 2 })]);
      expect(matcher.said('listing matched')).toEqual([expect.objectContaining({ parts: 2, pairsJudged: 4 })]);
      expect(matcher.said('listing matched')[0]).not.toHaveProperty('secondsSincePost');
      matcher.lines.length = 0;
      const known = await matcher.records(market.own);
      await matcher.drain(requestFor(market.own), knowing(market));
      expect(said(await matcher.records(market.own), known)).toEqual(expected(market, known, whole));
      expect(matcher.said('listing matched')).toEqual([
        expect.objectContaining({ parts: 6, secondsSincePost: expect.any(Number) }),
      ]);
      await forget(market);
    });

    it('is looked at again by a part that may have written before its Lambda ended', async () => {
      const { second, market } = await inTheMiddle();
      const [other] = market.others;
      const before = (await matcher.records(market.own)).find(({ demandId: id }) => id === other?.id);
      if (!before || !other) return expect.fail('the best pair is not on record');
      // The newer version matches nobody, which its own request has put on record.
      const nobody = { ...market, own: await matcher.revise(market.own, { recipientTags: ['mlps-4'], domain: '01' }) };
      await matcher.drain(requestFor(nobody.own), knowing(nobody));
      const left = (await matcher.records(nobody.own)).find(({ id }) => id === before.id);
      expect(left?.status).toBe('ended');
      // What the part found by the older version, it writes only now, having noted whom, and its Lambda is gone.
      await matcher.deps.chains.note(system, `${market.own.id}.v1@${now}`, 2, new Set([other.id]), now);
      await matcher.deps.matches.put(system, { ...before, updatedAt: Instant.parse('2026-11-23T09:00:00.000Z') }, left);
      expect((await matcher.records(nobody.own)).filter(isOpen)).toHaveLength(1);
      expect(await matcher.drain(second, knowing(nobody))).toBe(1);
      expect((await matcher.records(nobody.own)).filter(isOpen)).toEqual([]);
      await forget(nobody);
    });

    it('misses nobody who is posted, revised or withdrawn between two parts, as each has a request of its own', async () => {
      const { second, market: plain } = await inTheMiddle();
      const [first, ...others] = plain.others;
      if (!first) return expect.fail('an empty market');
      const market = { ...plain, own: await matcher.revise(plain.own, { securityLevel: 2 }) };
      await matcher.hand(requestFor(market.own), knowing(market));
      const next = matcher.queue.shift() ?? expect.fail('there is no second part');
      const posted = aDemand({ id: demandId(0xabc), organizationId: org('org-1') });
      await matcher.publish(posted);
      const gone = await matcher.revise(first, { status: 'withdrawn' });
      const after = { ...market, others: [gone, ...others, posted] };
      for (const listing of [posted, gone]) await matcher.hand(requestFor(listing));
      await matcher.drain(second, knowing(after));
      await matcher.drain(next, knowing(after));
      const open = (await matcher.records(market.own)).filter(isOpen);
      expect([...said(open).keys()].sort()).toEqual([...expected(after, [], whole).keys()].sort());
      await forget(after);
    });
  });

  it('ends in parts, too, where it is withdrawn', async () => {
    const market = await aBusyOffer(24);
    await matcher.drain(requestFor(market.own), knowing(market));
    expect((await matcher.records(market.own)).filter(isOpen)).toHaveLength(24);
    const gone = await matcher.revise(market.own, { status: 'withdrawn' });
    matcher.lines.length = 0;
    // Four of them in each part.
    expect(await matcher.drain(requestFor(gone), knowing(market))).toBe(6);
    expect((await matcher.records(gone)).filter(isOpen)).toEqual([]);
    expect(matcher.said('listing matched')).toEqual([
      expect.objectContaining({ recordsChanged: 24, opened: 0, parts: 6 }),
    ]);
    await forget({ ...market, own: gone });
  });
});
