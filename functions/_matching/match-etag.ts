import type { Match } from '../../domain/match/match.ts';

/** A strong validator (RFC 9110, 8.8.3): a match has no version of its own, but each change of it has its moment. */
export const etagOfMatch = ({ updatedAt, reviews }: Match): string => `"${Date.parse(updatedAt)}-${reviews.length}"`;
