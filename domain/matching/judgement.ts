import { z } from 'zod';
import { Reason } from './reasons.ts';

/** Three outcomes, not two: what a person must decide is `review`, never silently a pass. */
export const Outcome = z.enum(['pass', 'fail', 'review']);
export type Outcome = z.infer<typeof Outcome>;

export const CriterionId = z.enum([
  'in-force',
  'different-party',
  'domain',
  'security-class',
  'security-level',
  'carried-tags',
  'recipient-tags',
  'purpose',
  'jurisdiction',
  'delivery-mode',
]);
export type CriterionId = z.infer<typeof CriterionId>;

/** What one criterion says of a pair. `score` is 0..1, or null where the criterion only forbids or allows. */
export type Judgement = { readonly outcome: Outcome; readonly score: number | null; readonly reason: Reason };

/** A judgement as it stands in a verdict: `score` 0..100 in whole points, `weight` as the zone sets it. */
export const JudgedCriterion = z.strictObject({
  criterion: CriterionId,
  outcome: Outcome,
  score: z.int().min(0).max(100).nullable(),
  weight: z.number().min(0),
  reason: Reason,
});
export type JudgedCriterion = z.infer<typeof JudgedCriterion>;

/** `not-matched`: a gate failed; `needs-review`: none failed but a person must decide; `matched`: all passed. */
export const VerdictOutcome = z.enum(['matched', 'needs-review', 'not-matched']);
export type VerdictOutcome = z.infer<typeof VerdictOutcome>;

/** What the matcher says of a pair: outcome, score 0..100 in whole points, every criterion in the order of the list. */
export type Verdict = {
  readonly outcome: VerdictOutcome;
  readonly score: number;
  readonly criteria: readonly JudgedCriterion[];
};
