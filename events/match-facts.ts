import * as z from 'zod';
import { DemandId, MatchId, OfferId, OrganizationId } from '../domain/ids.ts';
import { ListingVersion } from '../domain/listing/parts.ts';

/** What every event about a match says: ids, versions and the score, never contents. */
export const MatchFacts = z.strictObject({
  matchId: MatchId,
  offerId: OfferId,
  offerVersion: ListingVersion,
  demandId: DemandId,
  demandVersion: ListingVersion,
  supplierId: OrganizationId,
  buyerId: OrganizationId,
  score: z.int().min(0).max(100),
});
export type MatchFacts = z.infer<typeof MatchFacts>;
