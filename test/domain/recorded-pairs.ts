import { expect } from 'vitest';
import { MatchId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { changesToRecord, type JudgedPair } from '../../domain/match/record.ts';
import { decide } from '../../domain/match/review.ts';
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
export const later = Instant.parse('2026-11-23T09:00:00.000Z');
export const evenLater = Instant.parse('2026-11-23T10:00:00.000Z');

export function pairOf(fields: Partial<Offer> = {}): JudgedPair {
  const [offer, demand, facts] = [anOffer(fields), aDemand(), someFacts()];
  const verdict = judge(offer, demand, facts, defaultWeights);
  return { matchId, offer, demand, verdict, remedy: remedyOf({ offer, demand, facts }, defaultWeights) };
}

/** Data of which nobody says whether it is personal: a person must decide. */
export const unsaid = { complianceTags: ['takedown-commitment', 'right-operate'] };
export const [matched, reviewed, near, hopeless] = [
  pairOf(),
  pairOf(unsaid),
  pairOf({ complianceTags: ['non-pi', 'takedown-commitment'] }),
  pairOf({ domain: '01' }),
];

/** The record after a further judgement. */
export function rejudged(before: Match | undefined, pair: JudgedPair, at: Instant = later): Match {
  const [match] = changesToRecord(before ? [before] : [], [pair], at);
  return match ?? before ?? expect.fail('nothing is on record');
}

export const note = 'Looked at the sample.';
export const decided = (match: Match, decision: 'clear' | 'reject', at: Instant = later): Match =>
  decide(match, { decision, note, decidedBy: 'officer' }, at) ?? expect.fail('there is nothing to decide');

export const waiting = rejudged(undefined, reviewed, now);
export const cleared = decided(waiting, 'clear');
export const rejected = decided(waiting, 'reject');
export const found = rejudged(undefined, matched, now);
export const almost = rejudged(undefined, near, now);
