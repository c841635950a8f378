import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { OperatorAccess, SystemAccess } from '../../../domain/access/access.ts';
import { isNoMember, isSystem } from '../../../domain/access/visibility.ts';
import { Figures } from '../../../domain/statistics/figures.ts';
import { PublicFigures } from '../../../domain/statistics/public-figures.ts';
import { UnmetDemand } from '../../../domain/statistics/unmet-demand.ts';
import type { CalendarDay } from '../../../domain/time.ts';
import { makeCursor, type Page } from './cursor.ts';
import { publicStatistics, type Series, statisticsBetween, statisticsKey } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

/** What was counted of a day stays as it was counted first. */
const isNew = {
  ConditionExpression: 'attribute_not_exists(#series)',
  ExpressionAttributeNames: { '#series': shape.statistics.partitionKey },
};

const tableOf = <T>(client: DynamoDBDocumentClient, name: string, schema: z.ZodType<T>) =>
  new GuardedTable<'statistics', T>(client, name, {
    parse: (row: Row) => schema.parse(row['record']),
    mayRead: isNoMember,
    mayWrite: isSystem,
  });

type Days = { readonly from: CalendarDay; readonly to: CalendarDay };

/** Keeps the figures of a day and of a month, once each. */
export function makeStatisticsWriter(client: DynamoDBDocumentClient, name: string) {
  const keep =
    <T>(series: Series, schema: z.ZodType<T>) =>
    async (access: SystemAccess, at: string, record: T): Promise<void> => {
      const { attributes } = statisticsKey(access, series, at);
      await tableOf(client, name, schema).put(access, { ...attributes, record }, isNew);
    };
  const [figures, unmet, ofMonth] = [
    keep('figures', Figures),
    keep('unmet-demand', UnmetDemand),
    keep('public', PublicFigures),
  ];
  const table = tableOf(client, name, Figures);
  return {
    isKept: async (access: SystemAccess, day: CalendarDay): Promise<boolean> =>
      (await table.get(statisticsKey(access, 'figures', day))) !== undefined,
    keepFigures: (access: SystemAccess, record: Figures) => figures(access, record.day, record),
    keepUnmetDemand: (access: SystemAccess, record: UnmetDemand) => unmet(access, record.day, record),
    keepPublic: (access: SystemAccess, record: PublicFigures) => ofMonth(access, record.month, record),
  };
}

/** Reads what anybody was told last. */
export function makePublicStatistics(client: DynamoDBDocumentClient, name: string) {
  const table = tableOf(client, name, PublicFigures);
  return {
    last: (access: SystemAccess): Promise<PublicFigures | undefined> => table.last(publicStatistics(access)),
  };
}

/** Reads what was counted day by day, for the operator. */
export function makeStatisticsReader(client: DynamoDBDocumentClient, name: string) {
  const pageOf =
    <T extends { readonly day: CalendarDay }>(series: Series, schema: z.ZodType<T>) =>
    /** The newest of these days, and of the others a cursor that names the last one given. */
    async (access: OperatorAccess, days: Days, limit: number): Promise<Page<T>> => {
      if (days.from > days.to) return { items: [] };
      const range = statisticsBetween(access, series, days);
      const { items, last } = await tableOf(client, name, schema).page(range, limit, { newestFirst: true });
      return { items, ...(last && { nextCursor: makeCursor(last.day, series) }) };
    };
  return { figures: pageOf('figures', Figures), unmetDemand: pageOf('unmet-demand', UnmetDemand) };
}
