import * as z from 'zod';
import { DemandId, MatchId } from '../../domain/ids.ts';
import { Locale } from '../../domain/vocabulary/bilingual.ts';
import { StatisticsPageQuery } from '../_requests/statistics-query.ts';

/** The list of all matches, as every way ends that leads nowhere else. */
export const listPath = '/v1/match-pages';
const matchPath = '/v1/match-page/';
/** The page that the operator alone is shown. */
export const statisticsPath = '/v1/statistics-page';

/** Whether a way leads to a page of the operator, for which more is asked of the identity provider. */
export const leadsToOperator = (to: string): boolean => to === statisticsPath || to.startsWith(`${statisticsPath}?`);

const Kept = z.object({
  demand: DemandId.optional().catch(undefined),
  days: StatisticsPageQuery.shape.days.catch(undefined),
  lang: Locale.optional().catch(undefined),
});

/**
 * Where somebody is led after signing in: one of the three pages that need it, with what they understand of the query. Made
 * anew from its parts, so that whatever a link says leads to no other place (CWE-601).
 */
export function wayBack(to: string): string {
  const url = URL.parse(to, 'https://zone.invalid');
  if (url?.host !== 'zone.invalid') return listPath;
  const { demand, days, lang } = Kept.parse(Object.fromEntries(url.searchParams));
  if (url.pathname === statisticsPath) {
    const asked = new URLSearchParams({ ...(days && { days }), ...(lang && { lang }) });
    return asked.size > 0 ? `${statisticsPath}?${asked}` : statisticsPath;
  }
  const { data: id } = MatchId.safeParse(url.pathname.slice(matchPath.length));
  const isMatch = url.pathname.startsWith(matchPath) && id !== undefined;
  const query = new URLSearchParams({ ...(demand && !isMatch && { demand }), ...(lang && { lang }) });
  const path = isMatch ? `${matchPath}${id}` : listPath;
  return query.size > 0 ? `${path}?${query}` : path;
}
