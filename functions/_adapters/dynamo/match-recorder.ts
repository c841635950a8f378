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
     * Writes what was judged. Nothing is written where the record already rests on a newer version of either side, or
     * where somebody has decided on it since it was read.
     */
    async put(match: Match): Promise<Written> {
      const done = await write(match, {
        ConditionExpression: `attribute_not_exists(${key}) OR (offerVersion <= :offer AND demandVersion <= :demand AND (attribute_not_exists(reviews) OR size(reviews) = :reviews))`,
        ExpressionAttributeValues: {
          ':offer': match.offerVersion,
          ':demand': match.demandVersion,
          ':reviews': match.reviews.length,
        },
      });
      if (done === 'written') return done;
      const isNewer = done.offerVersion > match.offerVersion || done.demandVersion > match.demandVersion;
      return isNewer ? 'overtaken' : done;
    },

    /** Writes a decision on the match as it was read; false, and nothing written, where it was changed since. */
    async decide(match: Match, before: Match): Promise<boolean> {
      const done = await write(match, {
        ConditionExpression: 'updatedAt = :updatedAt AND (attribute_not_exists(reviews) OR size(reviews) = :reviews)',
        ExpressionAttributeValues: { ':updatedAt': before.updatedAt, ':reviews': before.reviews.length },
      });
      return done === 'written';
    },
  };
}
