import type { Demand } from '../demand/demand.ts';
import type { Offer } from '../offer/offer.ts';
import { versionOf } from '../rulebook/rulebook.ts';
import type { Criterion } from './criteria/criterion.ts';
import { criteria } from './criteria.ts';
import { type Facts, rulesFor } from './facts.ts';
import type { JudgedDemand, JudgedOffer } from './judged.ts';
import type { JudgedCriterion, Judgement, Verdict, VerdictOutcome } from './judgement.ts';
import { PartyMismatch } from './party-mismatch.ts';
import { pointsOf } from './points.ts';
import { ownRule } from './rule-sources.ts';
import { ScoredCriterion, type Weights } from './weights.ts';

/** How much a criterion counts: nothing where it only forbids, allows or asks. */
export function weightOf(criterion: Pick<Criterion, 'id'>, weights: Weights): number {
  const scored = ScoredCriterion.safeParse(criterion.id);
  return scored.success ? weights[scored.data] : 0;
}

function weigh(criterion: Criterion, judgement: Judgement, weights: Weights): JudgedCriterion {
  const { outcome, score, reason, rules = [ownRule(criterion.id)], missing = [], choices = [] } = judgement;
  return {
    criterion: criterion.id,
    outcome,
    score: score === null ? null : pointsOf(score),
    weight: weightOf(criterion, weights),
    reason,
    rules: [...rules],
    missing: [...missing],
    choices: [...choices],
  };
}

/**
 * Weighted mean of the whole points, so that a reader can recompute it. Sums, products and rounding are each monotone
 * in floating point too, and always run in the order of the list.
 */
function scoreOf(judged: readonly JudgedCriterion[]): number {
  const scored = judged.filter((one) => one.score !== null);
  const weight = scored.reduce((sum, one) => sum + one.weight, 0);
  return Math.round(scored.reduce((sum, one) => sum + one.weight * (one.score ?? 0), 0) / weight);
}

function outcomeOf(judged: readonly JudgedCriterion[]): VerdictOutcome {
  if (judged.some((one) => one.outcome === 'fail')) return 'not-matched';
  return judged.some((one) => one.outcome === 'review') ? 'needs-review' : 'matched';
}

/**
 * Judges a pair by every criterion, in the order of the list, also after one has failed.
 * Throws PartyMismatch where `facts` are about other organizations than those that posted the two listings.
 */
export function judge(
  offer: JudgedOffer & Pick<Offer, 'id'>,
  demand: JudgedDemand & Pick<Demand, 'id'>,
  facts: Facts,
  weights: Weights,
): Verdict {
  if (facts.supplier.id !== offer.organizationId) throw new PartyMismatch('supplier', offer.id, facts.supplier.id);
  if (facts.buyer.id !== demand.organizationId) throw new PartyMismatch('buyer', demand.id, facts.buyer.id);
  const judged = criteria.map((criterion) => weigh(criterion, criterion.judge(offer, demand, facts), weights));
  return {
    outcome: outcomeOf(judged),
    score: scoreOf(judged),
    criteria: judged,
    rulebook: versionOf(rulesFor(facts)),
  };
}
