import { z } from 'zod';
import { DemandId, MatchId, OfferId, OrganizationId } from '../ids.ts';
import { ListingVersion } from '../listing/parts.ts';
import { JudgedCriterion } from '../matching/judgement.ts';
import { Instant } from '../time.ts';

/** A pair on record, with why. `ended` matches stay as a record and are shown to no one as open. */
export const Match = z.strictObject({
  id: MatchId,
  offerId: OfferId,
  demandId: DemandId,
  offerVersion: ListingVersion,
  demandVersion: ListingVersion,
  supplierId: OrganizationId,
  buyerId: OrganizationId,
  outcome: z.enum(['matched', 'needs-review']),
  status: z.enum(['open', 'ended']),
  score: z.int().min(0).max(100),
  criteria: z.array(JudgedCriterion),
  /** When both sides could first see it, and in which versions they last did; left out: they never could. */
  shown: z.strictObject({ since: Instant, offerVersion: ListingVersion, demandVersion: ListingVersion }).optional(),
  /** The issues of the rule tables and of the weights that it was judged by. */
  rulebook: z.string().default(''),
  foundAt: Instant,
  updatedAt: Instant,
});
export type Match = z.infer<typeof Match>;
