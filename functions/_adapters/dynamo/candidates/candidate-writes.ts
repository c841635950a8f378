import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access } from '../../../../domain/access/access.ts';
import { mayTouchListing } from '../../../../domain/access/visibility.ts';
import type { OrganizationId } from '../../../../domain/ids.ts';
import { domainsOf, type Listing } from '../../../../domain/listing/listing.ts';
import { type DomainPartitions, otherWidths } from '../../../../domain/matching/domain-partitions.ts';
import type { Instant } from '../../../../domain/time.ts';
import { machineClock } from '../../machine-clock.ts';
import { candidateKey, changeKey } from '../keys.ts';
import { GuardedTable, type Row } from '../table/guarded-table.ts';
import type { Write } from '../table/transact.ts';
import { candidateRow, parseIndexed } from './candidate-rows.ts';
import { changeRow, parseChange } from './journal.ts';

export type IndexTable = {
  readonly candidates: string;
  readonly partitions: DomainPartitions;
  /** By which clock versions are stamped. */
  readonly stamping?: () => Instant;
};

/** A transaction has at most 100 writes; these are the listing, its line of the audit record, its number and its key. */
const mostWrites = 100 - 4;

/** Under which domains the other side's matcher finds a listing: none unless it is listed. */
export const listedUnder = (listing: Listing): readonly string[] =>
  listing.status === 'listed' ? domainsOf(listing) : [];

/**
 * What of the index for matching is written with a version of a listing, in its own transaction: a row under each of its
 * domains, and nothing under those that it had, nor where it stood while the index was spread otherwise. What changed stands
 * in the journal of each partition, by which warm matchers learn of it.
 */
export function makeCandidateWrites(client: DynamoDBDocumentClient, index: IndexTable) {
  const { candidates, partitions, stamping = machineClock } = index;
  const guarded = <T extends { readonly organizationId: OrganizationId }>(parse: (row: Row) => T) =>
    new GuardedTable<'candidates', T>(client, candidates, {
      parse,
      mayRead: mayTouchListing,
      mayWrite: mayTouchListing,
    });
  const rows = guarded((row) => parseIndexed(row).candidate);
  const journal = guarded(parseChange);
  const { write } = partitions;
  const others = otherWidths(partitions);

  return (access: Access, listing: Listing, before: Listing | undefined): readonly Write[] => {
    const { id, version } = listing;
    const stamp = stamping();
    const now = listedUnder(listing);
    const then = before ? listedUnder(before) : [];
    const gone = then.filter((domain) => !now.includes(domain));
    const keyOf = (domain: string, width: number) => candidateKey(access, id, domain, width);
    const noting = (isListed: boolean) => (domain: string) => {
      const { attributes } = changeKey(access, { id, domain, width: write }, { stamp, version });
      return journal.putting(access, { ...attributes, ...changeRow(listing, stamp, isListed) });
    };
    const needed = [
      ...now.map((domain) => rows.putting(access, { ...keyOf(domain, write).attributes, ...candidateRow(listing) })),
      ...now.map(noting(true)),
      ...gone.map((domain) => rows.removing(keyOf(domain, write))),
      ...then.flatMap((domain) => others.map((width) => rows.removing(keyOf(domain, width)))),
    ];
    // Whoever is not told that a listing is gone reads it once more, and sees that: where there is no room, some are not.
    return [...needed, ...gone.map(noting(false)).slice(0, mostWrites - needed.length)];
  };
}
