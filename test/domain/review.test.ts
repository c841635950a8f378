import { describe, expect, test } from 'vitest';
import { Match } from '../../domain/match/match.ts';
import { newsOf } from '../../domain/match/news.ts';
import { changesToRecord, type JudgedPair } from '../../domain/match/record.ts';
import { decide, isReadable, isShown, isUndecided, standingDecision } from '../../domain/match/review.ts';
import { aDemand } from '../builders/demand.ts';
import {
  almost,
  cleared,
  decided,
  evenLater,
  found,
  hopeless,
  later,
  matched,
  near,
  note,
  pairOf,
  rejected,
  rejudged,
  reviewed,
  unsaid,
  waiting,
} from './recorded-pairs.ts';

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
