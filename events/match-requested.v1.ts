import * as z from 'zod';
import { ListingId, ReplayId } from '../domain/ids.ts';
import { ListingVersion } from '../domain/listing/parts.ts';
import { Part } from '../domain/matching/parts.ts';
import { envelope } from './envelope.ts';

/** A listing, a party to it, what the calendar lets count, or the rules changed: its matches must be judged anew. */
export const MatchRequestedV1 = envelope(
  'match-requested.v1',
  z.strictObject({
    listingId: ListingId,
    /** The version that the change made; the matcher judges the newest and never an older one. */
    version: ListingVersion,
    cause: z.enum([
      'listing-changed',
      'organization-changed',
      'evidence-ended',
      'rules-changed',
      'reconciliation',
      'replay',
    ]),
    /** Only these of its pairs; all of them where nothing is said. */
    part: Part.min(1).optional(),
    /** Of what the operator asked for it is a part, and counted as such; left out: of nothing. */
    replayId: ReplayId.optional(),
  }),
);
export type MatchRequestedV1 = z.infer<typeof MatchRequestedV1>;
