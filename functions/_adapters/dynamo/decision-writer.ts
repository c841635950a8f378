import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OperatorAccess } from '../../../domain/access/access.ts';
import type { Match } from '../../../domain/match/match.ts';
import type { AuditTrail } from './audit-trail.ts';
import { makeMatchRow, matchTable, unchangedSince } from './match-rows.ts';
import { transact } from './table/transact.ts';

/** Writes what the operator decided, with its line of the audit record. */
export function makeDecisionWriter(client: DynamoDBDocumentClient, name: string, audit: Pick<AuditTrail, 'writing'>) {
  const table = matchTable(client, name);
  return {
    /** Writes a decided match over the record that was decided on; false where that has changed since. */
    put(access: OperatorAccess, decided: Match, before: Match): Promise<boolean> {
      const decision = decided.reviews.at(-1)?.decision;
      const act = decision === 'clear' ? 'review-cleared' : 'review-rejected';
      return transact(client, [
        table.putting(access, makeMatchRow(decided), unchangedSince(before)),
        audit.writing(access, { subject: decided.id, matchId: decided.id, at: decided.updatedAt, act }),
      ]);
    },
  };
}
