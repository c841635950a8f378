import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../domain/access/access.ts';
import type { ListingId, MatchId } from '../../../domain/ids.ts';
import type { Match } from '../../../domain/match/match.ts';
import { type Part, whole } from '../../../domain/matching/parts.ts';
import { matchesBehind, matchesOfListing, matchKey } from './keys.ts';
import { makeMatchRow, matchTable, unchangedSince } from './match-rows.ts';
import { shape } from './shape.ts';
import type { ItemPage } from './table/query.ts';

/** What became of a write: done; the record rests on a newer version; or the record, changed after it was read. */
export type Written = 'written' | 'overtaken' | Match;

/** Which records of a listing: of one part of its pairs, behind one other side, no more than so many. */
export type Reach = { readonly part: Part; readonly behind?: ListingId | undefined; readonly most: number };

const isNew = { ConditionExpression: `attribute_not_exists(${shape.matches.partitionKey})` };

/** What the matcher reads and writes. */
export function makeMatchRecorder(client: DynamoDBDocumentClient, name: string) {
  const table = matchTable(client, name);
  return {
    /** Everything on record of a listing, ended matches too; by the index, which may lag a moment behind. */
    recordsOf: (access: SystemAccess, id: ListingId): Promise<readonly Match[]> =>
      Array.fromAsync(table.query(matchesOfListing(access, id, whole))),

    /** A page of it, in the order of the other sides, and the last one where more may follow. */
    recordsIn(access: SystemAccess, id: ListingId, { part, behind, most }: Reach): Promise<ItemPage<Match>> {
      const range = behind ? matchesBehind(access, id, part, behind) : matchesOfListing(access, id, part);
      return table.page(range, most);
    },

    /** What is on record of these pairs, ended or not, read consistently. */
    recordsOfPairs: (access: SystemAccess, ids: Iterable<MatchId>): Promise<readonly Match[]> =>
      table.getMany(
        access,
        [...new Set(ids)].map((id) => matchKey(access, id)),
      ),

    /**
     * Writes a match over the record that it was made from, or where there was none. Nothing is written where the record
     * has changed since, be it by a decision or by another judgement.
     */
    async put(access: SystemAccess, match: Match, before: Match | undefined): Promise<Written> {
      const isNewer = (record: Match): boolean =>
        record.offerVersion > match.offerVersion || record.demandVersion > match.demandVersion;
      if (before && isNewer(before)) return 'overtaken';
      const done = await table.put(access, makeMatchRow(match), before ? unchangedSince(before) : isNew);
      if (done === 'written') return done;
      return isNewer(done) ? 'overtaken' : done;
    },
  };
}
