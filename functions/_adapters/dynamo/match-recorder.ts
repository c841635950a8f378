import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ListingId } from '../../../domain/ids.ts';
import { kindOf } from '../../../domain/listing/listing.ts';
import type { Match } from '../../../domain/match/match.ts';
import { makeMatchRow, parseMatchRow } from './match-rows.ts';
import { queryAll } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey: key, indexes } = shape.matches;

/** What the matcher reads and writes. */
export function makeMatchRecorder(client: DynamoDBDocumentClient, table: string) {
  return {
    /** Every open match of a listing on record, by the index (which may lag a moment behind). */
    async openOf(id: ListingId): Promise<readonly Match[]> {
      const index = kindOf(id) === 'offer' ? 'byOffer' : 'byDemand';
      const rows = queryAll(client, {
        TableName: table,
        IndexName: index,
        KeyConditionExpression: '#listing = :listing',
        ExpressionAttributeNames: { '#listing': indexes[index].partitionKey },
        ExpressionAttributeValues: { ':listing': id },
      });
      const matches = await Array.fromAsync(rows, parseMatchRow);
      return matches.filter((match) => match.status === 'open');
    },

    /** Writes a match; false, and nothing written, where the record already rests on a newer version of either side. */
    async put(match: Match): Promise<boolean> {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: makeMatchRow(match),
            ConditionExpression: `attribute_not_exists(${key}) OR (offerVersion <= :offer AND demandVersion <= :demand)`,
            ExpressionAttributeValues: { ':offer': match.offerVersion, ':demand': match.demandVersion },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
