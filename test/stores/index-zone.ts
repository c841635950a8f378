import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Listing } from '../../domain/listing/listing.ts';
import { type DomainPartitions, onePartition } from '../../domain/matching/domain-partitions.ts';
import type { Instant } from '../../domain/time.ts';
import { makeAuditTrail } from '../../functions/_adapters/dynamo/audit-trail.ts';
import { makeListingPublisher, makeListingWriter } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { memberOf, system } from './ids.ts';
import type { Tables } from './tables.ts';

/** Writers of listings, in a zone that is set so and on a machine whose clock says so. */
export function listingWriters(
  tables: Tables,
  { partitions = onePartition, stamping }: { partitions?: DomainPartitions; stamping?: () => Instant } = {},
) {
  const named = {
    listings: tables.nameOf('Listings'),
    candidates: tables.nameOf('Candidates'),
    partitions,
    ...(stamping && { stamping }),
    requests: tables.nameOf('Requests'),
    usage: tables.nameOf('Usage'),
    mostListings: 10_000,
  };
  const trail = makeAuditTrail(tables.client, tables.nameOf('Audit'), randomUUID);
  return {
    publish: (listing: Listing) =>
      makeListingPublisher(tables.client, named, trail).publish(memberOf(listing.organizationId), listing),
    save: (after: Listing, before: Listing) =>
      makeListingWriter(tables.client, named, trail).save(system, after, before),
  };
}

/** What a query of the index asks for. */
export type Asked = { readonly place: string; readonly what: 'rows' | 'changes' };

/** A client that does something before each query of the index that goes through it. */
export const watching = (
  client: DynamoDBDocumentClient,
  act: (asked: Asked, command: QueryCommand) => Promise<void> | void,
): DynamoDBDocumentClient =>
  new Proxy(client, {
    get: (target, name) =>
      name !== 'send'
        ? Reflect.get(target, name)
        : async (command: QueryCommand) => {
            if (command instanceof QueryCommand) {
              const values = command.input.ExpressionAttributeValues ?? {};
              await act({ place: String(values[':partition']), what: ':from' in values ? 'changes' : 'rows' }, command);
            }
            return target.send(command);
          },
  });
