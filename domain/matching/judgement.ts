import * as z from 'zod';
import { Reason } from './reasons.ts';

/** Three outcomes, not two: what a person must decide is `review`, never silently a pass. */
export const Outcome = z.enum(['pass', 'fail', 'review']);
export type Outcome = z.infer<typeof Outcome>;

export const CriterionId = z.enum([
  'in-force',
  'different-party',
  'due-diligence',
  'domain',
  'security-class',
  'security-level',
  'carried-tags',
  'recipient-tags',
  'purpose',
  'purpose-rules',
  'jurisdiction',
  'delivery-mode',
  'fields',
  'coverage',
  'freshness',
  'price',
]);
export type CriterionId = z.infer<typeof CriterionId>;

/** What one criterion says of a pair. `score` is 0..1, or null where the criterion only forbids or allows. */
export type Judgement = {
  readonly outcome: Outcome;
  readonly score: number | null;
  readonly reason: Reason;
  /** Ids of the rows of a rule table that decided; left out where the criterion's own rule did, `zm-` and its id. */
  readonly rules?: readonly string[];
  /** Tags that would have to be there. */
  readonly missing?: readonly string[];
  /** Groups of tags of which one would have to be there, each as `a|b`. */
  readonly choices?: readonly string[];
};

/** A judgement as it stands in a verdict: `score` 0..100 in whole points, `weight` as the zone sets it. */
export const JudgedCriterion = z.strictObject({
  criterion: CriterionId,
  outcome: Outcome,
  score: z.int().min(0).max(100).nullable(),
  weight: z.number().min(0),
  reason: Reason,
  rules: z.array(z.string()).default([]),
  missing: z.array(z.string()).default([]),
  choices: z.array(z.string()).default([]),
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
  /** Which issues of the rule tables it was judged by. */
  readonly rulebook: string;
};
