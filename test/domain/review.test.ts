import { describe, expect, test } from 'vitest';
import { MatchId } from '../../domain/ids.ts';
import { Match } from '../../domain/match/match.ts';
import { withRemedies } from '../../domain/match/near.ts';
import { newsOf } from '../../domain/match/news.ts';
import { changesToRecord, type JudgedPair } from '../../domain/match/record.ts';
import { decide, isReadable, isShown, isUndecided, standingDecision } from '../../domain/match/review.ts';
import { judge } from '../../domain/matching/match.ts';
import { remedyOf } from '../../domain/matching/remedies.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { Instant } from '../../domain/time.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { someFacts } from '../builders/party.ts';

const matchId = MatchId.parse(`match-${'1'.repeat(32)}`);
const later = Instant.parse('2026-11-23T09:00:00.000Z');
const evenLater = Instant.parse('2026-11-23T10:00:00.000Z');

function pairOf(fields: Partial<Offer> = {}): JudgedPair {
  const [offer, demand, facts] = [anOffer(fields), aDemand(), someFacts()];
  const verdict = judge(offer, demand, facts, defaultWeights);
  return { matchId, offer, demand, verdict, remedy: remedyOf({ offer, demand, facts }, defaultWeights) };
}

/** Data of which nobody says whether it is personal: a person must decide. */
const unsaid = { complianceTags: ['takedown-commitment', 'right-operate'] };
const [matched, reviewed, near, hopeless] = [
  pairOf(),
  pairOf(unsaid),
  pairOf({ complianceTags: ['non-pi', 'takedown-commitment'] }),
  pairOf({ domain: '01' }),
];

/** The record after a further judgement. */
function rejudged(before: Match | undefined, pair: JudgedPair, at: Instant = later): Match {
  const [match] = changesToRecord(before ? [before] : [], [pair], at);
  return match ?? before ?? expect.fail('nothing is on record');
}

const note = 'Looked at the sample.';
const decided = (match: Match, decision: 'clear' | 'reject', at: Instant = later): Match =>
  decide(match, { decision, note, decidedBy: 'officer' }, at) ?? expect.fail('there is nothing to decide');

const waiting = rejudged(undefined, reviewed, now);
const cleared = decided(waiting, 'clear');
const rejected = decided(waiting, 'reject');
const found = rejudged(undefined, matched, now);
const almost = rejudged(undefined, near, now);

describe('the pairs of this test', () => {
  test('are judged as their names say', () => {
    expect([matched, reviewed, near, hopeless].map(({ verdict }) => verdict.outcome)).toEqual([
      'matched',
      'needs-review',
      'not-matched',
      'not-matched',
    ]);
    expect(near.remedy?.length).toBe(1);
    expect(hopeless.remedy).toBeUndefined();
  });
});

describe('a decision', () => {
  test('shows a match to both sides where it clears it, and to none where it rejects it', () => {
    expect([waiting, cleared, rejected].map(isShown)).toEqual([false, true, false]);
    expect([waiting, cleared, rejected].map(isUndecided)).toEqual([true, false, false]);
  });

  test('is kept with its note, its maker, its moment and the versions that it was made on', () => {
    expect(cleared.reviews).toEqual([
      {
        decision: 'clear',
        note,
        decidedBy: 'officer',
        decidedAt: later,
        offerVersion: 1,
        demandVersion: 1,
        about: expect.any(String),
      },
    ]);
    const both = decided(cleared, 'reject', evenLater);
    expect(both.reviews.map(({ decision }) => decision)).toEqual(['clear', 'reject']);
    expect(isShown(both)).toBe(false);
  });

  test('stands while the same is asked in the same versions, also where the score changes', () => {
    const verdict = { ...reviewed.verdict, score: 1 };
    const again = rejudged(cleared, { ...reviewed, verdict });
    expect(again.score).toBe(1);
    expect(standingDecision(again)?.note).toBe(note);
    expect(isShown(again)).toBe(true);
  });

  test.each([
    ['the offer changes', pairOf({ ...unsaid, version: 2 })],
    ['the demand changes', { ...reviewed, demand: aDemand({ version: 2 }) }],
    ['something else is asked', pairOf({ ...unsaid, complianceTags: [...unsaid.complianceTags, 'spi-thoughts'] })],
  ])('lapses where %s: the operator is asked anew, and the old decision is kept', (_name, pair) => {
    for (const before of [cleared, rejected]) {
      const again = rejudged(before, pair);
      expect(standingDecision(again)).toBeUndefined();
      expect([isShown(again), isUndecided(again)]).toEqual([false, true]);
      expect(again.reviews).toEqual(before.reviews);
    }
  });

  test('stands whatever the order in which a store gives back the members of a map', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([name, part]) => [name, turned(part)])
          .toReversed(),
      );
    };
    const read = Match.parse(turned(cleared));
    expect(isShown(read)).toBe(true);
    expect(changesToRecord([read], [reviewed], evenLater)).toEqual([]);
  });

  test('outlives the end of a match: found again as it was, it need not be decided again', () => {
    const [ended] = changesToRecord([cleared], [], evenLater);
    expect(ended).toMatchObject({ status: 'ended', reviews: cleared.reviews });
    expect(isShown(rejudged(ended, reviewed, evenLater))).toBe(true);
  });

  test('of an earlier time does not hide or show a match that needs none', () => {
    expect(isShown(rejudged(rejected, matched))).toBe(true);
    expect(standingDecision(rejudged(rejected, matched))).toBeUndefined();
  });

  test('is not made on what needs none', () => {
    const [ended] = changesToRecord([waiting], [], later);
    for (const match of [found, almost, ended ?? expect.fail()]) {
      expect(decide(match, { decision: 'clear', note, decidedBy: 'officer' }, later)).toBeUndefined();
    }
  });
});

describe('remedies', () => {
  const judged = (fields: Partial<Offer>, digit: string) => ({
    ...pairOf(fields),
    remedy: undefined,
    matchId: MatchId.parse(`match-${digit.repeat(32)}`),
    facts: someFacts(),
    weights: defaultWeights,
  });
  const lacking = { complianceTags: ['non-pi', 'takedown-commitment'] };
  const pairs = [judged({ ...lacking, domain: 'G' }, '3'), judged(lacking, '2'), judged({}, '4'), judged(lacking, '1')];
  const mended = (most: number) =>
    withRemedies(pairs, most)
      .filter(({ remedy }) => remedy)
      .map(({ matchId: id }) => id.at(-1));

  test('are looked for where there is something to mend, for the best scored pairs first', () => {
    expect(mended(9)).toEqual(['3', '2', '1']);
    expect(mended(2)).toEqual(['2', '1']);
    expect(mended(1)).toEqual(['1']);
    expect(mended(0)).toEqual([]);
    expect(withRemedies(pairs, 1)).toHaveLength(4);
  });
});

describe('a match that has ended', () => {
  const ended = (match: Match, pair: JudgedPair): Match =>
    changesToRecord([match], [pair], evenLater)[0] ?? expect.fail('it has not ended');
  const gone = pairOf({ domain: '01', version: 2 });

  test.each([
    ['found', found, true],
    ['cleared', cleared, true],
    ['undecided', waiting, false],
    ['rejected', rejected, false],
    ['near', almost, false],
    ['cleared once, then asked about anew', rejudged(cleared, pairOf({ ...unsaid, version: 2 })), false],
  ])('may be read by its sides where they saw it to its end: %s', (_name, match, expected) => {
    expect(isReadable(ended(match, gone))).toBe(expected);
    expect(isReadable(match)).toBe(isShown(match));
  });
});

describe('what is on record', () => {
  test('a near match with its remedy, open and shown to nobody; a hopeless pair not at all', () => {
    expect(almost).toMatchObject({ outcome: 'near', status: 'open', remedy: near.remedy });
    expect(isShown(almost)).toBe(false);
    expect(changesToRecord([], [hopeless], now)).toEqual([]);
  });

  test('as found since it was found, not since it was near', () => {
    expect(rejudged(almost, matched).foundAt).toBe(later);
    expect(rejudged(found, pairOf({ version: 2 })).foundAt).toBe(now);
    expect(rejudged(almost, pairOf({ complianceTags: ['non-pi', 'takedown-commitment'], version: 2 })).foundAt).toBe(
      now,
    );
    expect(rejudged(changesToRecord([found], [], later)[0], matched, evenLater).foundAt).toBe(evenLater);
  });

  test('what would mend it goes when it matches, and what has ended stays ended unwritten', () => {
    expect(rejudged(almost, matched).remedy).toBeUndefined();
    const [ended] = changesToRecord([almost], [hopeless], later);
    expect(ended?.status).toBe('ended');
    expect(changesToRecord([ended ?? expect.fail()], [hopeless], evenLater)).toEqual([]);
  });

  test('nothing is written where nothing new is said', () => {
    for (const [match, pair] of [
      [found, matched],
      [waiting, reviewed],
      [cleared, reviewed],
      [almost, near],
    ] as const) {
      expect(changesToRecord([match], [pair], evenLater)).toEqual([]);
    }
  });

  test('since when and in which versions both sides could see it, also after it has ended or is near', () => {
    const shown = { since: now, offerVersion: 1, demandVersion: 1 };
    expect(found.shown).toEqual(shown);
    expect(waiting.shown).toBeUndefined();
    expect(almost.shown).toBeUndefined();
    expect(cleared.shown).toEqual({ ...shown, since: later });
    expect(rejudged(found, { ...near, offer: { ...near.offer, version: 2 } }).shown).toEqual(shown);
    expect(rejudged(found, pairOf({ version: 2 })).shown).toEqual({ ...shown, offerVersion: 2 });
    const [ended] = changesToRecord([found], [hopeless], later);
    expect(rejudged(ended, near, evenLater).shown).toEqual(shown);
  });
});

describe('news', () => {
  const [endedFound = found] = changesToRecord([found], [], later);
  const lapsed = rejudged(cleared, pairOf({ ...unsaid, version: 2 }), evenLater);

  test.each<[string, Match | undefined, Match, readonly string[]]>([
    ['found', undefined, found, ['found']],
    ['found again', endedFound, rejudged(endedFound, matched, evenLater), ['found']],
    ['known already', found, rejudged(found, pairOf({ version: 2 })), []],
    ['ended', found, endedFound, ['ended']],
    ['must be decided', undefined, waiting, ['review-requested']],
    ['still must be decided', waiting, { ...waiting, score: 1 }, []],
    ['cleared', waiting, cleared, ['found']],
    ['rejected', waiting, rejected, []],
    ['cleared, then rejected', cleared, decided(cleared, 'reject', evenLater), ['ended']],
    ['cleared, then changed', cleared, lapsed, ['ended', 'review-requested']],
    ['known, then must be decided', found, rejudged(found, reviewed), ['ended', 'review-requested']],
    ['known, then near', found, rejudged(found, near), ['ended']],
    ['near', undefined, almost, []],
    ['near, then found', almost, rejudged(almost, matched), ['found']],
    ['waiting, then ended', waiting, changesToRecord([waiting], [], later)[0] ?? found, []],
  ])('%s', (_name, before, match, expected) => {
    expect(newsOf(before, match)).toEqual(expected);
  });
});
