import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { Demand } from '../../domain/demand/demand.ts';
import { CriterionId, Outcome, VerdictOutcome } from '../../domain/matching/judgement.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import { defaultWeights, ScoredCriterion, Weights } from '../../domain/matching/weights.ts';
import { Offer } from '../../domain/offer/offer.ts';
import { Organization } from '../../domain/organization/organization.ts';
import { CalendarDay, Instant } from '../../domain/time.ts';
import { SecurityClass } from '../../domain/vocabulary/security-levels.ts';
import { aDemand } from '../builders/demand.ts';
import { now, today } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier } from '../builders/party.ts';

const noWeights = Object.fromEntries(ScoredCriterion.options.map((id) => [id, 0]));

const Overrides = z.record(z.string(), z.unknown()).default({});

/** A rule case: what differs from the base pair, and what must come of it. All that is not said is not checked. */
export const Case = z.strictObject({
  name: z.string(),
  /** Rows of the rule tables that a small difference keeps from being about the pair. */
  justMisses: z.array(z.string()).default([]),
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
const JudgedOffer = Offer.extend({
  securityClass: SecurityClass,
  source: Offer.shape.source.nullable().transform((given) => given ?? undefined),
});
const JudgedParty = Organization.pick({ id: true, affiliates: true, clearance: true, heldTags: true, kind: true });

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The tags that a case gives, with those that each match of plain data needs, unless the case says that it is bare. */
function withNeeded(given: Case): Pick<Case, 'offer' | 'buyer' | 'supplier'> {
  if (given.bare) return given;
  const plain = anOffer().complianceTags;
  const verified = aParty().heldTags;
  return {
    offer: { ...given.offer, complianceTags: [...listOf(given.offer['complianceTags']), ...plain] },
    buyer: { ...given.buyer, heldTags: [...listOf(given.buyer['heldTags']), ...verified] },
    supplier: { ...given.supplier, heldTags: [...listOf(given.supplier['heldTags']), ...verified] },
  };
}

/** The pair that a case is about, and the weights that it is judged with. */
export function pairingOf(given: Case): Pairing & { readonly weights: Weights } {
  const needed = withNeeded(given);
  return {
    offer: JudgedOffer.parse({ ...anOffer(), ...needed.offer }),
    demand: Demand.parse({ ...aDemand(), ...given.demand }),
    facts: {
      now: given.now ?? now,
      today: given.today ?? today,
      ...(given.usesNegativeLists !== undefined && { usesNegativeLists: given.usesNegativeLists }),
      buyer: JudgedParty.parse({ ...aParty(), ...needed.buyer }),
      supplier: JudgedParty.parse({ ...aSupplier(), ...needed.supplier }),
    },
    weights: given.weights ?? defaultWeights,
  };
}

const folder = new URL('./cases/', import.meta.url);

/** Every file of cases, by what it is about. */
export const caseFiles = readdirSync(folder)
  .sort()
  .map((file) => ({
    topic: file.replace('.json', ''),
    cases: Case.array().parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  }));
