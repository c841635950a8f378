import type { MemberAccess } from '../../domain/access/access.ts';
import { MatchId } from '../../domain/ids.ts';
import { disclosing } from '../_matching/disclosing.ts';
import { matchView } from '../_matching/match-view.ts';
import type { Reading } from '../_pages/page.ts';
import { LanguageQuery, MatchPagesQuery } from '../_requests/member-pages.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { redirectAnswer } from '../_runtime/page-lambda.ts';
import { memberOfSession } from '../_sessions/session.ts';
import type { Deps } from './deps.ts';
import { listPage, memberPage, missingPage } from './member-page.ts';

const pageSize = 10;

/** What a page is asked with; what cannot be is as if it were not there. */
const { lang } = LanguageQuery.shape;
const { demand, cursor } = MatchPagesQuery.shape;
const Asked = MatchPagesQuery.extend({
  lang: lang.catch(undefined),
  demand: demand.catch(undefined),
  cursor: cursor.catch(undefined),
});

/** Matches for whoever has signed in: all that the API tells a member of them. Anybody else is led to sign in first. */
export const memberMatches = (deps: Deps) => {
  const { clock, keys, matches, publicBaseUrl } = deps;
  const show = disclosing(deps);

  async function one(event: HttpEvent, reading: Reading, access: MemberAccess): Promise<HttpAnswer> {
    const { data: id } = MatchId.safeParse(event.pathParameters?.['id']);
    const match = id && (await matches.get(access, id));
    if (!match) return missingPage(deps, reading, access);
    return memberPage(deps, reading, matchView(match, await show([match], access), access), access);
  }

  async function list(
    { demand: wanted, cursor: after }: ReturnType<typeof Asked.parse>,
    reading: Reading,
    access: MemberAccess,
  ): Promise<HttpAnswer> {
    const ranked = { limit: pageSize, minScore: 0, ...(after && { after }) };
    const role = 'buyer';
    const page = await matches.pageOf(access, { role, ...(wanted && { demand: wanted }) }, ranked);
    const shown = await show(page.items, access);
    const query = { ...(wanted && { demand: wanted }), lang: reading.locale };
    const next = page.nextCursor && new URLSearchParams({ ...query, cursor: page.nextCursor }).toString();
    const views = page.items.map((match) => matchView(match, shown, access));
    return listPage(deps, reading, views, next, access);
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = await memberOfSession(event, publicBaseUrl, keys, clock());
    const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
    if (!access) {
      const to = `${event.rawPath}${query}`.slice(0, 500);
      return redirectAnswer(`/v1/sign-in?${new URLSearchParams({ to })}`);
    }
    const asked = Asked.parse(event.queryStringParameters ?? {});
    const locale = asked.lang ?? requestLocale(event);
    if (event.routeKey.endsWith('/{id}')) {
      // As seen from the page itself. Its path is anybody's to type: a link there would lead to what it names.
      return one(event, { locale, place: '', query: {} }, access);
    }
    const kept: Record<string, string> = asked.demand ? { demand: asked.demand } : {};
    return list(asked, { locale, place: 'match-pages', query: kept }, access);
  };
};
