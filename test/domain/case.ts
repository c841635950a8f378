import { z } from 'zod';
import { Demand } from '../../domain/demand/demand.ts';
import { CriterionId, Outcome, VerdictOutcome } from '../../domain/matching/judgement.ts';
import { Weights } from '../../domain/matching/weights.ts';
import { Offer } from '../../domain/offer/offer.ts';
import { Organization } from '../../domain/organization/organization.ts';
import { CalendarDay, Instant } from '../../domain/time.ts';
import { SecurityClass } from '../../domain/vocabulary/security-levels.ts';

const Overrides = z.record(z.string(), z.unknown()).default({});

/** A rule case: what differs from the base pair, and what must come of it. All that is not said is not checked. */
export const Case = z.strictObject({
  name: z.string(),
  now: Instant.optional(),
  today: CalendarDay.optional(),
  weights: Weights.optional(),
  offer: Overrides,
  demand: Overrides,
  buyer: Overrides,
  supplier: Overrides,
  expect: z.strictObject({
    outcome: VerdictOutcome,
    score: z.number().optional(),
    criteria: z
      .partialRecord(
        CriterionId,
        z.strictObject({
          outcome: Outcome,
          score: z.number().nullable().optional(),
          reason: z.string(),
          facts: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .default({}),
  }),
});
export type Case = z.infer<typeof Case>;

/** A class that may not be listed can still lie in a table, from before its row forbade it. */
export const JudgedOffer = Offer.extend({ securityClass: SecurityClass });
export const JudgedDemand = Demand;
export const JudgedParty = Organization.pick({ id: true, affiliates: true, clearance: true, heldTags: true });
