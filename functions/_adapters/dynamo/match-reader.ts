import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Access, MemberAccess, OperatorAccess, SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { DemandId, type MatchId, type OfferId } from '../../../domain/ids.ts';
import type { Match } from '../../../domain/match/match.ts';
import type { ReviewState } from '../../../domain/match/review.ts';
import { makeCursor, type Page, type PageRequest } from './cursor.ts';
import { matchKey, type Ranks, reviewedMatches, shownMatches } from './keys.ts';
import { matchTable } from './match-rows.ts';
import { makeRank, rankAfter, rankBound } from './orders.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

/** Which of a member's matches. */
export type Wanted = {
  readonly role?: 'buyer' | 'supplier';
  readonly demand?: DemandId;
  readonly offer?: OfferId;
};

type Ranked = PageRequest & { readonly minScore: number };

const isWanted =
  ({ demand, offer }: Wanted) =>
  (match: Match): boolean =>
    (demand === undefined || match.demandId === demand) && (offer === undefined || match.offerId === offer);

const rankOf = (match: Match): string => makeRank(match.score, match.id);

/** Best first, as many as a page has, of those that stand behind several readers. */
function pageOf(found: readonly Match[], limit: number): Page<Match> {
  const best = found.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  const items = best.slice(0, limit);
  const last = best.length > limit ? items.at(-1) : undefined;
  return { items, ...(last && { nextCursor: makeCursor(rankOf(last), last.id) }) };
}

/** Whether no rank is left behind a cursor. */
const isOver = ({ after, minScore }: Ranks): boolean => rankAfter(after) > rankBound(minScore);

/** Reads matches for people: for a member those in which it is a side and that both sides may see. */
export function makeMatchReader(client: DynamoDBDocumentClient, name: string) {
  const table = matchTable(client, name);
  const open = new GuardedTable<'matches', DemandId>(client, name, {
    parse: (row: Row) => z.object({ demandId: DemandId }).parse(row).demandId,
    mayRead: isSystem,
    mayWrite: () => false,
  });

  return {
    get: (access: Access, id: MatchId): Promise<Match | undefined> => table.get(matchKey(access, id)),

    /** The demand of every open match, near ones too; one that has several comes as often. */
    demandsOfOpen: (access: SystemAccess): AsyncGenerator<DemandId> =>
      open.scan(access, { path: ['status'], value: 'open', project: 'demandId' }),

    /** A page of a member's open matches with at least `minScore`, best first. */
    async pageOf(access: MemberAccess, wanted: Wanted, { limit, after, minScore }: Ranked): Promise<Page<Match>> {
      const ranks = { after: after?.sortKey, minScore };
      if (isOver(ranks)) return { items: [] };
      const sides = wanted.role === undefined ? (['buyer', 'supplier'] as const) : [wanted.role];
      const pages = sides.map((side) =>
        table.page(shownMatches(access, side, ranks), limit + 1, { keep: isWanted(wanted) }),
      );
      return pageOf(
        (await Promise.all(pages)).flatMap(({ items }) => items),
        limit,
      );
    },

    /** A page of the matches that wait for the operator, or on which it has decided, best first. */
    async reviews(
      access: OperatorAccess,
      state: ReviewState,
      { limit, after, minScore }: Ranked,
    ): Promise<Page<Match>> {
      const ranks = { after: after?.sortKey, minScore };
      if (isOver(ranks)) return { items: [] };
      return pageOf((await table.page(reviewedMatches(access, state, ranks), limit + 1)).items, limit);
    },
  };
}
