import { dayIn, daysAfter, timeOfDayIn } from '../../domain/time.ts';
import type { Reading } from '../_pages/page.ts';
import { StatisticsPageQuery } from '../_requests/statistics-query.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { redirectAnswer } from '../_runtime/page-lambda.ts';
import { accessOfSession } from '../_sessions/session.ts';
import { statisticsPath } from '../_sessions/way-back.ts';
import type { Deps } from './deps.ts';
import { notOperatorPage, operatorPage } from './operator-page.ts';
import { noPublicPage, publicPage } from './public-page.ts';

/** What a page is asked with; what cannot be is as if it were not there. */
const { lang, days } = StatisticsPageQuery.shape;
const Asked = StatisticsPageQuery.extend({ lang: lang.catch(undefined), days: days.catch(undefined) });

/** Pages of what was counted: all of it for the operator, once it has signed in; for anybody what the zone publishes. */
export const showStatistics = (deps: Deps) => {
  const { access: service, clock, isPublic, keys, publicBaseUrl, published, statistics, timeZone } = deps;

  async function forOperator(event: HttpEvent, reading: Reading, period: string): Promise<HttpAnswer> {
    const access = await accessOfSession(event, publicBaseUrl, keys, clock());
    if (!access) {
      const to = `${statisticsPath}?${new URLSearchParams({ days: period, lang: reading.locale })}`;
      return redirectAnswer(`/v1/sign-in?${new URLSearchParams({ to })}`);
    }
    if (access.as !== 'operator') return notOperatorPage(deps, reading);
    const today = dayIn(timeZone, clock());
    const range = { from: daysAfter(today, -Number(period)), to: today };
    const [counted, unmet] = await Promise.all([
      statistics.figures(access, range, Number(period)),
      statistics.unmetDemand(access, range, 1),
    ]);
    const shown = { days: counted.items.toReversed(), unmet: unmet.items[0], period };
    return operatorPage(deps, reading, shown, access, ({ takenAt }) => timeOfDayIn(timeZone, takenAt));
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const { lang: wanted, days: period = '90' } = Asked.parse(event.queryStringParameters ?? {});
    const locale = wanted ?? requestLocale(event);
    if (event.routeKey.endsWith(statisticsPath)) {
      return forOperator(event, { locale, place: 'statistics-page', query: { days: period } }, period);
    }
    const reading: Reading = { locale, place: 'public-statistics', query: {} };
    if (!isPublic) return noPublicPage(deps, reading);
    return publicPage(deps, reading, await published.last(service));
  };
};
