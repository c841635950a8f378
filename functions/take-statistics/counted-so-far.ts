import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { ListingTally, noListings } from '../../domain/statistics/listing-tally.ts';
import { MatchTally, noMatches } from '../../domain/statistics/match-tally.ts';
import { noOrganizations, OrganizationTally } from '../../domain/statistics/organization-tally.ts';
import { Instant } from '../../domain/time.ts';

/** In this order: which demands are served must be known when listings are counted. */
export const phases = ['organizations', 'matches', 'listings'] as const;

/** How far counting is: what was counted, what is being read, and behind which row it goes on. */
export const CountedSoFar = z.strictObject({
  takenAt: Instant,
  phase: z.enum(phases),
  after: z.record(z.string(), z.unknown()).optional(),
  organizations: OrganizationTally,
  matches: MatchTally,
  listings: ListingTally,
});
export type CountedSoFar = z.infer<typeof CountedSoFar>;

export const nothingCounted = (takenAt: Instant): CountedSoFar => ({
  takenAt,
  phase: 'organizations',
  organizations: noOrganizations(),
  matches: noMatches(),
  listings: noListings(),
});

/** V8's own form holds maps and whole numbers of any size, which JSON does not. */
export const toBytes = (counted: CountedSoFar): Uint8Array => gzipSync(serialize(counted));

/** What was counted so far; undefined where another release wrote it otherwise, so that counting begins anew. */
export function fromBytes(bytes: Uint8Array): CountedSoFar | undefined {
  try {
    return CountedSoFar.parse(deserialize(gunzipSync(bytes)));
  } catch {
    return undefined;
  }
}
