import * as z from 'zod';
import { CalendarDay } from '../time.ts';
import { editionOn } from '../vocabulary/rule-row.ts';
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

/** The weights of a zone from a day on; the version is the zone's own. */
export const WeightsEdition = z.strictObject({
  version: z.string().min(1).max(40),
  effectiveFrom: CalendarDay,
  weights: Weights,
});
export type WeightsEdition = z.infer<typeof WeightsEdition>;

/** All that a zone has set: at least one, and more where it has changed its mind or is going to. */
export const WeightsEditions = z.tuple([WeightsEdition], WeightsEdition).readonly();
export type WeightsEditions = z.infer<typeof WeightsEditions>;

/** The weights in effect on a day of the zone's calendar. */
export const weightsOn = (editions: WeightsEditions, day: CalendarDay): WeightsEdition => editionOn(editions, day);

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
