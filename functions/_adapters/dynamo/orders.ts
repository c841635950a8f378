import type { ListingId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time.ts';

/** Where a page begins: behind the row with this sort key and id. */
export type PageStart = { readonly sortKey: string; readonly id: string };

/** Newest last. */
export const makeListedOrder = (createdAt: Instant, id: ListingId): string => `${createdAt}#${id}`;

/** Best first when read forwards; the id breaks ties, so that a page never repeats or loses a match. */
export const makeRank = (score: number, id: string): string => `${String(100 - score).padStart(3, '0')}#${id}`;

/** The end of the ranks with at least this score; scores are whole, but what is asked for need not be. */
export const rankBound = (minScore: number): string => `${String(Math.floor(100 - minScore)).padStart(3, '0')}#~`;

/** The first rank behind this one; from the start where there is none. */
export const rankAfter = (rank: string | undefined): string => (rank === undefined ? '000#' : `${rank}!`);
