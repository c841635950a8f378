import { Match } from '../../../domain/match/match.ts';
import { isShown, reviewState } from '../../../domain/match/review.ts';
import { makeRank } from './keys.ts';
import { shape } from './shape.ts';

type Row = Record<string, unknown>;
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
