import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../domain/access/access.ts';
import type { ListingId } from '../../../domain/ids.ts';
import type { Match } from '../../../domain/match/match.ts';
import { whole } from '../../../domain/matching/parts.ts';
import type { Reach } from './candidate-store.ts';
import { matchesOfListing } from './keys.ts';
import { makeMatchRow, matchTable, unchangedSince } from './match-rows.ts';
import { shape } from './shape.ts';

/** What became of a write: done; the record rests on a newer version; or the record, changed after it was read. */
export type Written = 'written' | 'overtaken' | Match;

const isNew = { ConditionExpression: `attribute_not_exists(${shape.matches.partitionKey})` };

/** What the matcher reads and writes. */
export function makeMatchRecorder(client: DynamoDBDocumentClient, name: string) {
  const table = matchTable(client, name);
  return {
    /** Everything on record of a listing, ended matches too; by the index, which may lag a moment behind. */
    recordsOf: (access: SystemAccess, id: ListingId): Promise<readonly Match[]> =>
      Array.fromAsync(table.query(matchesOfListing(access, id, whole))),

    /** What is on record of a part of a listing's pairs, ended matches too; not complete where that is more than `most`. */
    async recordsIn(
      access: SystemAccess,
      id: ListingId,
      { part, most }: Reach,
    ): Promise<{ readonly records: readonly Match[]; readonly complete: boolean }> {
      const { items, last } = await table.page(matchesOfListing(access, id, part), most);
      return { records: items, complete: last === undefined };
    },

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
