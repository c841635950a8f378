import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access } from '../../../../domain/access/access.ts';
import { mayTouchListing } from '../../../../domain/access/visibility.ts';
import { domainsOf, type Listing } from '../../../../domain/listing/listing.ts';
import { type DomainPartitions, otherWidths } from '../../../../domain/matching/domain-partitions.ts';
import type { Candidate } from '../../../../domain/matching/shortlist.ts';
import { candidateKey } from '../keys.ts';
import { GuardedTable, type Row } from '../table/guarded-table.ts';
import type { Write } from '../table/transact.ts';
import { candidateRow, parseCandidateRow } from './candidate-rows.ts';

export type IndexTable = { readonly candidates: string; readonly partitions: DomainPartitions };

/** Under which domains the other side's matcher finds a listing: none unless it is listed. */
const listedUnder = (listing: Listing): readonly string[] => (listing.status === 'listed' ? domainsOf(listing) : []);

/**
 * What of the index for matching is written with a version of a listing, in its own transaction: a row under each of its
 * domains, and nothing under those that it had, nor where it stood while the index was spread otherwise.
 */
export function makeCandidateWrites(client: DynamoDBDocumentClient, { candidates, partitions }: IndexTable) {
  const table = new GuardedTable<'candidates', Candidate>(client, candidates, {
    parse: (row: Row) => parseCandidateRow(row).candidate,
    mayRead: mayTouchListing,
    mayWrite: mayTouchListing,
  });
  const { write } = partitions;
  const others = otherWidths(partitions);

  return (access: Access, listing: Listing, before: Listing | undefined): readonly Write[] => {
    const now = listedUnder(listing);
    const then = before ? listedUnder(before) : [];
    const gone = then.filter((domain) => !now.includes(domain));
    const keyOf = (domain: string, width: number) => candidateKey(access, listing.id, domain, width);
    return [
      ...now.map((domain) => table.putting(access, { ...keyOf(domain, write).attributes, ...candidateRow(listing) })),
      ...gone.map((domain) => table.removing(keyOf(domain, write))),
      ...then.flatMap((domain) => others.map((width) => table.removing(keyOf(domain, width)))),
    ];
  };
}
