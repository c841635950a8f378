import type { Onward } from '../../events/match-requested.v1.ts';

/** What one part, or all so far, did. */
export type Sum = Onward['done'];

export const sumOf = (one: Sum, other: Sum): Sum => ({
  pairsJudged: one.pairsJudged + other.pairsJudged,
  recordsChanged: one.recordsChanged + other.recordsChanged,
  opened: one.opened + other.opened,
  overtaken: one.overtaken + other.overtaken,
});

export const nothingYet: Sum = { pairsJudged: 0, recordsChanged: 0, opened: 0, overtaken: 0 };
