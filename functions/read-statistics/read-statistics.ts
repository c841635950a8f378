import { CalendarDay, dayIn, daysAfter } from '../../domain/time.ts';
import { StatisticsQuery } from '../_requests/statistics-query.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters } from '../_runtime/http-request.ts';
import { Problem } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** No zone is older. */
const firstDay: CalendarDay = '2000-01-01';

/** The days that are asked for, up to the one before that on which the last page ended. */
function daysOf({ from = firstDay, to, cursor }: StatisticsQuery, today: CalendarDay) {
  const last = to ?? (from > today ? from : today);
  if (from > last) {
    throw new Problem('invalid-parameter', { zh: 'from 不得晚于 to。', en: 'from must not be after to.' });
  }
  if (cursor === undefined) return { from, to: last };
  const { data: before } = CalendarDay.safeParse(cursor.sortKey);
  if (before === undefined) {
    throw new Problem('invalid-parameter', { zh: '游标无效。', en: 'The cursor is none of this list.' });
  }
  return { from, to: [last, daysAfter(before, -1)].toSorted()[0] ?? last };
}

/** What was counted of the zone day by day, newest first, or what was looked for in vain: for the operator. */
export const readStatistics =
  ({ clock, statistics, timeZone }: Omit<Deps, 'logger'>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const query = readParameters(event.queryStringParameters, StatisticsQuery);
    const days = daysOf(query, dayIn(timeZone, clock()));
    const isUnmet = event.routeKey.endsWith('/unmet-demand');
    return jsonAnswer(200, await (isUnmet ? statistics.unmetDemand : statistics.figures)(access, days, query.limit));
  };
