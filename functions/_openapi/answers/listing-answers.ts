import * as z from 'zod';
import { Demand } from '../../../domain/demand/demand.ts';
import { ListingId } from '../../../domain/ids.ts';
import { ListingStatus, ListingVersion, Suspension } from '../../../domain/listing/parts.ts';
import { CriterionId } from '../../../domain/matching/judgement.ts';
import { Offer } from '../../../domain/offer/offer.ts';
import { Instant } from '../../../domain/time.ts';
import { CriterionAnswer, RemedyAnswer } from './criterion-answer.ts';
import { pageOf } from './page.ts';
import { Count, Sentence } from './sentence.ts';

/** A demand as it was posted or changed just now, with what is to be said of it. */
export const DemandPosted = Demand.extend({ tooBroad: z.strictObject({ sentence: Sentence }).nullable() });

export const OfferPage = pageOf(Offer);
export const DemandPage = pageOf(Demand);

/** What the operator is told of a listing that it suspends or reinstates. */
export const SuspensionAnswer = z.strictObject({
  id: ListingId,
  status: ListingStatus,
  version: ListingVersion,
  validUntil: Instant,
  suspension: Suspension.optional(),
});

export const NearMatchesAnswer = z.strictObject({
  items: z.array(RemedyAnswer),
  complete: z.boolean(),
  notice: Sentence,
});

const offerShown = Offer.pick({ title: true, domain: true, securityLevel: true });
const demandShown = Demand.pick({ title: true, domains: true, maxSecurityLevel: true });
const previewed = { score: z.int().min(0).max(100), criteria: z.array(CriterionAnswer) };

const preview = {
  matches: Count,
  needsReview: Count,
  blockedMostBy: z.strictObject({ criterion: CriterionId, count: Count, sentence: Sentence }).nullable(),
  nearMatches: z.array(RemedyAnswer),
  duplicates: z.array(z.strictObject({ id: ListingId, title: Offer.shape.title, status: ListingStatus })),
  complete: z.boolean(),
  notice: Sentence,
};

export const OfferPreview = z.strictObject({
  ...preview,
  best: z.array(demandShown.extend(previewed)),
  tooBroad: z.null(),
  mailsPerWeek: z.null(),
});

export const DemandPreview = z.strictObject({
  ...preview,
  best: z.array(offerShown.extend(previewed)),
  tooBroad: z.strictObject({ sentence: Sentence }).nullable(),
  mailsPerWeek: Count,
});
