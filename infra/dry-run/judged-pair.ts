import type { DemandId, OfferId } from '../../domain/ids.ts';
import type { JudgedCriterion, Verdict } from '../../domain/matching/judgement.ts';
import { sentence } from '../../domain/matching/reasons.ts';

/** A pair and what was said of it; the listings themselves are not kept. */
export type JudgedPair = { readonly offerId: OfferId; readonly demandId: DemandId; readonly verdict: Verdict };

const inWords = (judged: JudgedCriterion) => ({
  ...judged,
  reason: { ...judged.reason, zh: sentence(judged.reason, 'zh-CN'), en: sentence(judged.reason, 'en') },
});

/** The pair as one line of JSON, each reason with its sentences. */
export function lineOf({ offerId, demandId, verdict: { outcome, score, criteria } }: JudgedPair): string {
  return JSON.stringify({ offerId, demandId, outcome, score, criteria: criteria.map(inWords) });
}
