import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { Match } from '../../../domain/match/match.ts';
import type { ReviewState } from '../../../domain/match/review.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import type { CountedMatch } from '../../../domain/statistics/match-tally.ts';
import { listingTable } from './listing-rows.ts';
import { organizationTable } from './organization-store.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import type { Place } from './table/query.ts';

type CensusTables = { readonly organizations: string; readonly listings: string; readonly matches: string };

const { byBuyer, byReview } = shape.matches.indexes;

const Counted = z.object({
  ...Match.pick({
    offerId: true,
    demandId: true,
    supplierId: true,
    buyerId: true,
    outcome: true,
    score: true,
    foundAt: true,
    postedAt: true,
    shown: true,
  }).shape,
  [byBuyer.partitionKey]: z.string().optional(),
  [byReview.partitionKey]: z.string().optional(),
});

const undecided: ReviewState = 'open';

/** What counting needs of a match: which lists its row stands in says who sees it, so that its criteria need not be read. */
function parseCounted(row: Row): CountedMatch {
  const { shown, [byBuyer.partitionKey]: buyer, [byReview.partitionKey]: review, ...match } = Counted.parse(row);
  return { ...match, isShown: buyer !== undefined, isUndecided: review === undecided, shownSince: shown?.since };
}

/** A page of all that a table has, and where the next begins; nowhere where it is the last. */
export type CensusPage<Item> = { readonly items: readonly Item[]; readonly next?: Place };

/** Reads everything that a zone has, page after page, in no order: for counting it. */
export function makeCensus(client: DynamoDBDocumentClient, tables: CensusTables) {
  const organizations = organizationTable(client, tables.organizations);
  const listings = listingTable(client, tables.listings);
  const matches = new GuardedTable<'matches', CountedMatch>(client, tables.matches, {
    parse: parseCounted,
    mayRead: isSystem,
    mayWrite: () => false,
  });
  return {
    organizations: (access: SystemAccess, after?: Place): Promise<CensusPage<Organization>> =>
      organizations.scanPage(access, after),
    matches: (access: SystemAccess, after?: Place): Promise<CensusPage<CountedMatch>> =>
      matches.scanPage(access, after, Object.keys(Counted.shape)),
    listings: (access: SystemAccess, after?: Place): Promise<CensusPage<Listing>> => listings.scanPage(access, after),
  };
}
