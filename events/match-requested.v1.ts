import * as z from 'zod';
import { ListingId, ReplayId } from '../domain/ids.ts';
import { ListingVersion } from '../domain/listing/parts.ts';
import { Mark } from '../domain/matching/mark.ts';
import { Part } from '../domain/matching/parts.ts';
import { envelope } from './envelope.ts';

const count = z.int().min(0);

/**
 * Where a part of a listing with many pairs goes on. Each part takes care of the pairs behind a mark, best first, and then
 * asks for the next; the last ones go through what is on record, behind a listing of the other side.
 */
const Onward = z.strictObject({
  /** Which part it is; the first has none of this. */
  part: z.int().min(2),
  behind: z.union([Mark, z.strictObject({ list: z.literal('records'), id: ListingId.optional() })]),
  /** The best near pairs so far, by their other side: what becomes of them is known at the end. */
  near: z.array(ListingId).max(1000),
  /** What the parts before did. */
  done: z.strictObject({ pairsJudged: count, recordsChanged: count, opened: count, overtaken: count }),
});
export type Onward = z.infer<typeof Onward>;

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
    /** Only these of its pairs; all of them where nothing is said. Sent no more, and taken still. */
    part: Part.min(1).optional(),
    /** Left out: from the best pair on. */
    onward: Onward.optional(),
    /** Of what the operator asked for it is a part, and counted as such; left out: of nothing. */
    replayId: ReplayId.optional(),
  }),
);
export type MatchRequestedV1 = z.infer<typeof MatchRequestedV1>;
