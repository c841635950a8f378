import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mayReadMatch, mayWriteMatch } from '../../../domain/access/visibility.ts';
import { Match } from '../../../domain/match/match.ts';
import { isShown, reviewState } from '../../../domain/match/review.ts';
import { makeRank } from './orders.ts';
import { shape } from './shape.ts';
import { type Condition, GuardedTable, type Row } from './table/guarded-table.ts';

const { byBuyer, byReview, bySupplier } = shape.matches.indexes;

/** In which lists a match stands: the sides see it only while it is open and no person has to decide first. */
function visibility(match: Match): Row {
  const state = reviewState(match);
  return {
    ...(state && { [byReview.partitionKey]: state }),
    ...(isShown(match) && { [byBuyer.partitionKey]: match.buyerId, [bySupplier.partitionKey]: match.supplierId }),
  };
}

/** The row of a match. */
export function makeMatchRow(match: Match): Row {
  return { ...match, [byBuyer.sortKey]: makeRank(match.score, match.id), ...visibility(match) };
}

/** The match in a row. Throws a ZodError where the row is not one of ours. */
export function parseMatchRow(row: Row): Match {
  const {
    [byBuyer.sortKey]: _,
    [byReview.partitionKey]: _r,
    [byBuyer.partitionKey]: _b,
    [bySupplier.partitionKey]: _s,
    ...match
  } = row;
  return Match.parse(match);
}

/** Holds while the record is the one that a new one was made from. */
export const unchangedSince = ({ updatedAt, reviews }: Match): Condition => ({
  ConditionExpression: 'updatedAt = :updatedAt AND (attribute_not_exists(reviews) OR size(reviews) = :reviews)',
  ExpressionAttributeValues: { ':updatedAt': updatedAt, ':reviews': reviews.length },
});

/** The table of matches, each its two sides' once both may see it. */
export const matchTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'matches', Match>(client, name, {
    parse: parseMatchRow,
    mayRead: mayReadMatch,
    mayWrite: mayWriteMatch,
  });
