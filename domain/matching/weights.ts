import { z } from 'zod';
import { CriterionId } from './judgement.ts';

/** The criteria that give a score; the others only forbid, allow or ask for a person. */
export const ScoredCriterion = CriterionId.extract([
  'domain',
  'security-level',
  'carried-tags',
  'recipient-tags',
  'purpose',
  'delivery-mode',
  'fields',
  'coverage',
  'freshness',
  'price',
]);
export type ScoredCriterion = z.infer<typeof ScoredCriterion>;

/** How much each scored criterion counts in a zone: 0..1000, only their proportions matter, at least one above 0. */
export const Weights = z
  .record(ScoredCriterion, z.number().min(0).max(1000))
  .refine((weights) => Object.values(weights).some((weight) => weight > 0), { params: { code: 'no-weight' } });
export type Weights = z.infer<typeof Weights>;

/** The weights of a zone that sets none. */
export const defaultWeights: Weights = {
  domain: 30,
  'security-level': 20,
  'carried-tags': 20,
  'recipient-tags': 10,
  purpose: 10,
  'delivery-mode': 10,
  fields: 10,
  coverage: 5,
  freshness: 5,
  price: 5,
};
