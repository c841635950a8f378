import { z } from 'zod';
import { Demand } from '../../domain/demand/demand.ts';
import { CriterionId, Outcome, VerdictOutcome } from '../../domain/matching/judgement.ts';
import { ScoredCriterion, Weights } from '../../domain/matching/weights.ts';
import { Offer } from '../../domain/offer/offer.ts';
import { Organization } from '../../domain/organization/organization.ts';
import { CalendarDay, Instant } from '../../domain/time.ts';
import { SecurityClass } from '../../domain/vocabulary/security-levels.ts';

const noWeights = Object.fromEntries(ScoredCriterion.options.map((id) => [id, 0]));

const Overrides = z.record(z.string(), z.unknown()).default({});

/** A rule case: what differs from the base pair, and what must come of it. All that is not said is not checked. */
export const Case = z.strictObject({
  name: z.string(),
  now: Instant.optional(),
  today: CalendarDay.optional(),
  usesNegativeLists: z.boolean().optional(),
  /** Those that a case leaves out count for nothing in it. */
  weights: z
    .partialRecord(ScoredCriterion, z.number())
    .transform((given) => Weights.parse({ ...noWeights, ...given }))
    .optional(),
  offer: Overrides,
  demand: Overrides,
  buyer: Overrides,
  supplier: Overrides,
  /** Left out: what every match of plain data needs is added to the tags that the case gives. */
  bare: z.boolean().default(false),
  expect: z.strictObject({
    outcome: VerdictOutcome.optional(),
    score: z.number().optional(),
    criteria: z
      .partialRecord(
        CriterionId,
        z.strictObject({
          outcome: Outcome,
          score: z.number().nullable().optional(),
          reason: z.string(),
          facts: z.record(z.string(), z.unknown()).optional(),
          rules: z.array(z.string()).optional(),
          missing: z.array(z.string()).optional(),
          choices: z.array(z.string()).optional(),
        }),
      )
      .default({}),
  }),
});
export type Case = z.infer<typeof Case>;

/** A class that may not be listed can still lie in a table, from before its row forbade it. */
export const JudgedOffer = Offer.extend({
  securityClass: SecurityClass,
  source: Offer.shape.source.nullable().transform((given) => given ?? undefined),
});
export const JudgedDemand = Demand;
export const JudgedParty = Organization.pick({
  id: true,
  affiliates: true,
  clearance: true,
  heldTags: true,
  kind: true,
});
