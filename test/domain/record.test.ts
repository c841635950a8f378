import { describe, expect, test } from 'vitest';
import { MatchId } from '../../domain/ids.ts';
import { withRemedies } from '../../domain/match/near.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { isShown } from '../../domain/match/review.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { now } from '../builders/moment.ts';
import { someFacts } from '../builders/party.ts';
import {
  almost,
  cleared,
  evenLater,
  found,
  hopeless,
  later,
  matched,
  near,
  pairOf,
  rejudged,
  reviewed,
  waiting,
} from './recorded-pairs.ts';

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
