import { setTimeout } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

declare const made: unique symbol;

/** One write of a transaction, checked for whom it is. Only GuardedTable makes one. */
export type Write = { readonly [made]: true; readonly item: TransactItem };

/** For GuardedTable alone. */
export const writeOf = (item: TransactItem): Write => ({ item }) as Write;

const attempts = 6;

const reasonsOf = (error: unknown): readonly (string | undefined)[] =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []).map((reason) => reason.Code) : [];

/**
 * Writes all or nothing; false where a condition did not hold. A conflict with another transaction is tried again a few
 * times, as the SDK leaves that to its caller; then, and for all else, DynamoDB's own error is thrown.
 */
export async function transact(client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: writes.map(({ item }) => item) }));
      return true;
    } catch (error) {
      const reasons = reasonsOf(error);
      if (reasons.includes('ConditionalCheckFailed')) return false;
      if (!reasons.includes('TransactionConflict') || attempt === attempts) throw error;
      await setTimeout(20 * 2 ** attempt);
    }
  }
}
