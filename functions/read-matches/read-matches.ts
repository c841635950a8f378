import { MatchId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { isUndecided } from '../../domain/match/review.ts';
import type { Page } from '../_adapters/dynamo/cursor.ts';
import { disclosing } from '../_matching/disclosing.ts';
import { etagOfMatch } from '../_matching/match-etag.ts';
import { matchView, type Viewer } from '../_matching/match-view.ts';
import { MatchQuery, ReviewQuery } from '../_requests/match-query.ts';
import { memberOf, operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** Matches of the caller's organization, one or a page of them, and for the operator those that wait for a person. */
export const readMatches = ({ audit, clock, disclose, matches, listings, organizations }: Omit<Deps, 'logger'>) => {
  const show = disclosing({ audit, clock, disclose, listings, organizations });

  async function pageAnswer(page: Page<Match>, viewer: Viewer): Promise<HttpAnswer> {
    const shown = await show(page.items, viewer);
    return jsonAnswer(200, { ...page, items: page.items.map((match) => matchView(match, shown, viewer)) });
  }

  async function readOne(event: HttpEvent): Promise<HttpAnswer> {
    const access = memberOf(event);
    const { data: id } = MatchId.safeParse(event.pathParameters?.['id']);
    const match = id && (await matches.get(access, id));
    if (!match) throw notFound();
    return jsonAnswer(200, matchView(match, await show([match], access), access));
  }

  async function readPage(event: HttpEvent): Promise<HttpAnswer> {
    const access = memberOf(event);
    const query = readParameters(event.queryStringParameters, MatchQuery);
    const { demand, offer, role, cursor, limit, minScore: least } = query;
    const wanted = { ...(role && { role }), ...(demand && { demand }), ...(offer && { offer }) };
    const ranked = { limit, minScore: least, ...(cursor && { after: cursor }) };
    return pageAnswer(await matches.pageOf(access, wanted, ranked), access);
  }

  async function readReviews(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const { decision, cursor, limit, minScore: least } = readParameters(event.queryStringParameters, ReviewQuery);
    const ranked = { limit, minScore: least, ...(cursor && { after: cursor }) };
    return pageAnswer(await matches.reviews(access, decision ?? 'open', ranked), access);
  }

  /** One match that needs, or needed, a person, with both listings in full: whoever decides must know on what. */
  async function readReview(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const { data: id } = MatchId.safeParse(event.pathParameters?.['id']);
    const match = id && (await matches.get(access, id));
    if (!match || (match.outcome !== 'needs-review' && match.reviews.length === 0)) throw notFound();
    const shown = await show([match], access);
    const body = {
      ...matchView(match, shown, access),
      isUndecided: isUndecided(match),
      listings: { offer: shown.listings.get(match.offerId), demand: shown.listings.get(match.demandId) },
    };
    return jsonAnswer(200, body, { etag: etagOfMatch(match) });
  }

  return (event: HttpEvent): Promise<HttpAnswer> => {
    if (event.routeKey === 'GET /v1/reviews') return readReviews(event);
    if (event.routeKey === 'GET /v1/reviews/{id}') return readReview(event);
    return event.routeKey.endsWith('/{id}') ? readOne(event) : readPage(event);
  };
};
