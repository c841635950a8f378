import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ListingId } from '../../../domain/ids.ts';
import { kindOf } from '../../../domain/listing/listing.ts';
import type { Match } from '../../../domain/match/match.ts';
import { makeMatchRow, parseMatchRow } from './match-rows.ts';
import { queryAll } from './query.ts';
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

  return {
    /** Everything on record of a listing, ended matches too, by the index (which may lag a moment behind). */
    recordsOf(id: ListingId): Promise<readonly Match[]> {
      const index = kindOf(id) === 'offer' ? 'byOffer' : 'byDemand';
      const rows = queryAll(client, {
        TableName: table,
        IndexName: index,
        KeyConditionExpression: '#listing = :listing',
        ExpressionAttributeNames: { '#listing': indexes[index].partitionKey },
        ExpressionAttributeValues: { ':listing': id },
      });
      return Array.fromAsync(rows, parseMatchRow);
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
