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

const attempts = 8;

const reasonsOf = (error: unknown): readonly (string | undefined)[] =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []).map((reason) => reason.Code) : [];

/**
 * Writes all or nothing; answers the writes whose condition did not hold: none where all was written. A conflict with
 * another transaction is tried again a few times, at moments that differ, as the SDK leaves that to its caller; then, and
 * for all else, DynamoDB's own error is thrown. Once a signal says so nothing is sent any more.
 */
export async function tryTransact(
  client: DynamoDBDocumentClient,
  writes: readonly Write[],
  abortSignal?: AbortSignal,
): Promise<readonly Write[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const command = new TransactWriteCommand({ TransactItems: writes.map(({ item }) => item) });
      await client.send(command, { ...(abortSignal && { abortSignal }) });
      return [];
    } catch (error) {
      const reasons = reasonsOf(error);
      const failed = writes.filter((_, index) => reasons[index] === 'ConditionalCheckFailed');
      if (failed.length > 0) return failed;
      if (!reasons.includes('TransactionConflict') || attempt === attempts) throw error;
      await setTimeout(20 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** Writes all or nothing, as above; false where a condition did not hold. */
export const transact = async (client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<boolean> =>
  (await tryTransact(client, writes)).length === 0;
