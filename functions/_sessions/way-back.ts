import { z } from 'zod';
import { DemandId, MatchId } from '../../domain/ids.ts';
import { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The list of all matches, as every way ends that leads nowhere else. */
export const listPath = '/v1/match-pages';
const matchPath = '/v1/match-page/';

const Kept = z.object({ demand: DemandId.optional().catch(undefined), lang: Locale.optional().catch(undefined) });

/**
 * Where somebody is led after signing in: one of the two pages that need it, with what they understand of the query. Made
 * anew from its parts, so that whatever a link says leads to no other place (CWE-601).
 */
export function wayBack(to: string): string {
  const url = URL.parse(to, 'https://zone.invalid');
  if (url?.host !== 'zone.invalid') return listPath;
  const { demand, lang } = Kept.parse(Object.fromEntries(url.searchParams));
  const { data: id } = MatchId.safeParse(url.pathname.slice(matchPath.length));
  const isMatch = url.pathname.startsWith(matchPath) && id !== undefined;
  const query = new URLSearchParams({ ...(demand && !isMatch && { demand }), ...(lang && { lang }) });
  const path = isMatch ? `${matchPath}${id}` : listPath;
  return query.size > 0 ? `${path}?${query}` : path;
}
