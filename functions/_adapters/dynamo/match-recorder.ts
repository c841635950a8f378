import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ListingId } from '../../../domain/ids.ts';
import { kindOf } from '../../../domain/listing/listing.ts';
import type { Match } from '../../../domain/match/match.ts';
import { type Part, whole } from '../../../domain/matching/parts.ts';
import type { Reach } from './candidate-store.ts';
import { makeMatchRow, parseMatchRow } from './match-rows.ts';
import { queryAll, queryPage } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey: key, indexes } = shape.matches;

/** What became of a write: done; the record rests on a newer version; or the record, changed after it was read. */
export type Written = 'written' | 'overtaken' | Match;

type Condition = Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>;

const isNew: Condition = { ConditionExpression: `attribute_not_exists(${key})` };

const unchangedSince = ({ updatedAt, reviews }: Match): Condition => ({
  ConditionExpression: 'updatedAt = :updatedAt AND (attribute_not_exists(reviews) OR size(reviews) = :reviews)',
  ExpressionAttributeValues: { ':updatedAt': updatedAt, ':reviews': reviews.length },
});

/** What the matcher and the operator's decisions read and write. */
export function makeMatchRecorder(client: DynamoDBDocumentClient, table: string) {
  /** Writes where the condition holds; else answers the record that it does not hold for. */
  async function write(match: Match, condition: Condition): Promise<'written' | Match> {
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: makeMatchRow(match),
          ...condition,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return 'written';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
      return parseMatchRow(unmarshall(error.Item));
    }
  }

  /** By the index, which may lag a moment behind. */
  function ofListing(id: ListingId, part: Part) {
    const [index, other] = kindOf(id) === 'offer' ? (['byOffer', 'demand'] as const) : (['byDemand', 'offer'] as const);
    return {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: '#listing = :listing AND begins_with(#other, :first)',
      ExpressionAttributeNames: { '#listing': indexes[index].partitionKey, '#other': indexes[index].sortKey },
      ExpressionAttributeValues: { ':listing': id, ':first': `${other}-${part}` },
    };
  }

  return {
    /** Everything on record of a listing, ended matches too. */
    recordsOf(id: ListingId): Promise<readonly Match[]> {
      return Array.fromAsync(queryAll(client, ofListing(id, whole)), parseMatchRow);
    },

    /** What is on record of a part of a listing's pairs, ended matches too; not complete where that is more than `most`. */
    async recordsIn(
      id: ListingId,
      { part, most }: Reach,
    ): Promise<{ readonly records: readonly Match[]; readonly complete: boolean }> {
      const { rows, last } = await queryPage(client, ofListing(id, part), most);
      return { records: rows.map(parseMatchRow), complete: last === undefined };
    },

    /**
     * Writes a match over the record that it was made from, or where there was none. Nothing is written where the record
     * has changed since, be it by a decision or by another judgement.
     */
    async put(match: Match, before: Match | undefined): Promise<Written> {
      const isNewer = (record: Match): boolean =>
        record.offerVersion > match.offerVersion || record.demandVersion > match.demandVersion;
      if (before && isNewer(before)) return 'overtaken';
      const done = await write(match, before ? unchangedSince(before) : isNew);
      if (done === 'written') return done;
      return isNewer(done) ? 'overtaken' : done;
    },
  };
}
