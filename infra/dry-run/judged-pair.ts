import type { DemandId, OfferId } from '../../domain/ids.ts';
import type { JudgedCriterion, Verdict } from '../../domain/matching/judgement.ts';
import { remedyPhrase } from '../../domain/matching/near-matches.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import type { Change } from '../../domain/matching/remedies.ts';
import { sourceOf } from '../../domain/matching/rule-sources.ts';
import type { Rulebook } from '../../domain/rulebook/rulebook.ts';

/** A pair and what was said of it, and what would mend it; the listings themselves are not kept. */
export type JudgedPair = {
  readonly offerId: OfferId;
  readonly demandId: DemandId;
  readonly verdict: Verdict;
  readonly remedy?: readonly Change[];
};

/** A criterion with its reason in words and the place where each of its rules stands: in these tables, else in those in use. */
export const inWords = (judged: JudgedCriterion, rulebook?: Rulebook) => ({
  ...judged,
  reason: { ...judged.reason, zh: sentence(judged.reason, 'zh-CN'), en: sentence(judged.reason, 'en') },
  sources: judged.rules.map((rule) => {
    const { citation, verification } = sourceOf(rule, rulebook);
    return { rule, ...citation, verification };
  }),
});

/** The pair as one line of JSON, each reason with its sentences. */
export function lineOf({ offerId, demandId, verdict, remedy }: JudgedPair, rulebook: string): string {
  const { outcome, score, criteria } = verdict;
  return JSON.stringify({
    offerId,
    demandId,
    outcome,
    score,
    rulebook,
    ...(remedy && { remedy, remedyText: remedyPhrase(remedy) }),
    criteria: criteria.map((judged) => inWords(judged)),
  });
}
