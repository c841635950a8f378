import * as z from 'zod';
import { DemandId, MatchId, OfferId, OrganizationId } from '../ids.ts';
import { ListingVersion } from '../listing/parts.ts';
import { JudgedCriterion } from '../matching/judgement.ts';
import { Change } from '../matching/remedies.ts';
import { paragraph } from '../text.ts';
import { Instant } from '../time.ts';

const versions = { offerVersion: ListingVersion, demandVersion: ListingVersion };

/** What the operator decided on a match that needed a person, and why. The note is for the operator alone. */
export const Review = z.strictObject({
  decision: z.enum(['clear', 'reject']),
  note: paragraph(2000),
  decidedAt: Instant,
  /** The subject of the operator's token. */
  decidedBy: z.string().max(255),
  ...versions,
  /** What was asked: other questions are not answered by this. */
  about: z.string(),
});
export type Review = z.infer<typeof Review>;

/**
 * A pair on record, with why. `near` does not match but would after `remedy`; it is shown to nobody. `ended` ones stay as a
 * record and are shown to no one as open.
 */
export const Match = z.strictObject({
  id: MatchId,
  offerId: OfferId,
  demandId: DemandId,
  ...versions,
  supplierId: OrganizationId,
  buyerId: OrganizationId,
  outcome: z.enum(['matched', 'needs-review', 'near']),
  status: z.enum(['open', 'ended']),
  score: z.int().min(0).max(100),
  criteria: z.array(JudgedCriterion),
  /** The smallest set of changes that would make it match, where one is known; never there on one that does. */
  remedy: z.array(Change).optional(),
  /** Every decision on it, the latest last. */
  reviews: z.array(Review).default([]),
  /** Since when both sides could see it, and in which versions they did last; left out: they never could. */
  shown: z.strictObject({ since: Instant, ...versions }).optional(),
  /** Of an ended one: whether both sides saw it to its end, and may read it still. */
  wasShown: z.boolean().default(false),
  /** The issues of the rule tables and of the weights that it was judged by. */
  rulebook: z.string().default(''),
  foundAt: Instant,
  /** When the later of both sides was posted in the version that it was found with; left out of older records. */
  postedAt: Instant.optional(),
  updatedAt: Instant,
});
export type Match = z.infer<typeof Match>;
