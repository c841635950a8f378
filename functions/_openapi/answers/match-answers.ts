import * as z from 'zod';
import { Demand } from '../../../domain/demand/demand.ts';
import { DemandId, MatchId, OfferId, OrganizationId } from '../../../domain/ids.ts';
import { ListingVersion } from '../../../domain/listing/parts.ts';
import { Match, Review } from '../../../domain/match/match.ts';
import { Offer } from '../../../domain/offer/offer.ts';
import { Contact, Organization } from '../../../domain/organization/organization.ts';
import { Instant } from '../../../domain/time.ts';
import { CriterionAnswer } from './criterion-answer.ts';
import { pageOf } from './page.ts';

const disclosable = {
  description: Offer.shape.description,
  organization: Organization.pick({ name: true, kind: true }),
  contacts: z.array(Contact.omit({ confirmed: true })),
};

/** A listing as a match shows it: nothing but its id where it has changed since, and no more than it discloses. */
const ShownOffer = Offer.pick({ title: true, domain: true, securityLevel: true, fields: true })
  .extend(disclosable)
  .partial()
  .extend({ id: OfferId, version: ListingVersion });
const ShownDemand = Demand.pick({ title: true, domains: true, maxSecurityLevel: true })
  .extend({ ...disclosable, fields: Demand.shape.expectedFields })
  .partial()
  .extend({ id: DemandId, version: ListingVersion });

const match = {
  id: MatchId,
  status: Match.shape.status,
  score: Match.shape.score,
  offer: ShownOffer,
  demand: ShownDemand,
  criteria: z.array(CriterionAnswer),
  foundAt: Instant,
  updatedAt: Instant,
};

/** A match as one of its sides reads it. */
export const MatchAnswer = z.strictObject({
  ...match,
  outcome: z.literal('matched'),
  clearedAt: Instant.optional(),
  role: z.enum(['buyer', 'supplier']),
});
export const MatchPage = pageOf(MatchAnswer);

const ToldReview = Review.omit({ about: true });

/** A match as the operator reads it. */
export const ReviewAnswer = z.strictObject({
  ...match,
  outcome: Match.shape.outcome,
  reviews: z.array(ToldReview),
  rulebook: z.string(),
  etag: z.string(),
  buyerId: OrganizationId,
  supplierId: OrganizationId,
});
export const ReviewPage = pageOf(ReviewAnswer);

/** The same with both listings in full, as far as they are still on record. */
export const WholeReview = ReviewAnswer.extend({
  isUndecided: z.boolean(),
  listings: z.strictObject({ offer: Offer.optional(), demand: Demand.optional() }),
});

/** What came of a decision. */
export const DecisionAnswer = z.strictObject({
  id: MatchId,
  status: Match.shape.status,
  outcome: Match.shape.outcome,
  reviews: z.array(ToldReview),
});
