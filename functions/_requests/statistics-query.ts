import * as z from 'zod';
import { CalendarDay } from '../../domain/time.ts';
import { PageParameters } from '../_runtime/page-parameters.ts';
import { LanguageQuery } from './member-pages.ts';

/** Which days, both counted; the newest come first. */
export const StatisticsQuery = z.strictObject({
  ...PageParameters,
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
});
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;

/** How far back the charts go. */
export const shownDays = ['30', '90', '365'] as const;
export const StatisticsPageQuery = LanguageQuery.extend({ days: z.enum(shownDays).optional() });
