import { describe, expect, it } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { crossCheck } from '../../infra/demo/cross-check.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { someFacts } from '../builders/party.ts';
import { shownMatch } from './shown-match.ts';

const offer = anOffer();
const demand = aDemand();
const verdict = judge(offer, demand, someFacts(), defaultWeights);
const pair = { offer, demand, facts: someFacts(), verdict };
const recorded = shownMatch({ score: verdict.score });

describe('the cross-check', () => {
  it('agrees where the record has the same pair with the same score', () => {
    expect(crossCheck([recorded], [pair])).toEqual({ onRecord: 1, judged: 1, differences: [] });
  });

  it.each([
    ['a match is missing', [], '100|judged matched'],
    ['a score differs', [shownMatch({ score: 12 })], 'on record matched 12'],
    ['an outcome differs', [shownMatch({ score: verdict.score, outcome: 'needs-review' })], 'on record needs-review'],
  ] as const)('differs where %s', (_name, matches, said) => {
    const { differences } = crossCheck(matches, [pair]);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(new RegExp(said));
  });

  it('differs where the record has what no rule bears out', () => {
    expect(crossCheck([recorded], []).differences[0]).toContain('judged nothing');
  });
});
