import { z } from 'zod';
import { DemandId, MatchId, OfferId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { isReadable, isUndecided } from '../../domain/match/review.ts';
import type { Page } from '../_adapters/dynamo/cursor.ts';
import { etagOfMatch } from '../_matching/match-etag.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters, requireMember, requireOperator } from '../_runtime/http-request.ts';
import { PageParameters } from '../_runtime/page-parameters.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';
import { matchView, roleOf, type Viewer } from './match-view.ts';

const minScore = z.coerce.number().min(0).max(100).default(0);
const ReviewQuery = z.strictObject({ ...PageParameters, minScore, decision: z.enum(['clear', 'reject']).optional() });
const MatchQuery = z.strictObject({
  ...PageParameters,
  minScore,
  role: z.enum(['buyer', 'supplier']).optional(),
  demand: DemandId.optional(),
  offer: OfferId.optional(),
});

/** Matches of the caller's organization, one or a page of them, and for the operator those that wait for a person. */
export const readMatches = ({ matches, listings }: Pick<Deps, 'matches' | 'listings'>) => {
  async function view(found: readonly Match[], viewer: Viewer) {
    const ids = found.flatMap((match) => [match.offerId, match.demandId]);
    const known = new Map((await listings.getMany(ids)).map((listing) => [listing.id, listing]));
    return found.map((match) => matchView(match, known, viewer));
  }

  async function pageAnswer(page: Page<Match>, viewer: Viewer): Promise<HttpAnswer> {
    return jsonAnswer(200, { ...page, items: await view(page.items, viewer) });
  }

  async function readOne(event: HttpEvent): Promise<HttpAnswer> {
    const organization = requireMember(event);
    const { data: id } = MatchId.safeParse(event.pathParameters?.['id']);
    const match = id && (await matches.get(id));
    // What a person has not cleared, or what does not match yet, does not exist for either side.
    if (!match || !isReadable(match) || !roleOf(match, organization)) throw notFound();
    return jsonAnswer(200, (await view([match], { as: 'member', organization }))[0]);
  }

  async function readPage(event: HttpEvent): Promise<HttpAnswer> {
    const organization = requireMember(event);
    const query = readParameters(event.queryStringParameters, MatchQuery);
    const { demand, offer, role, cursor } = query;
    const list = {
      as: 'member',
      organization,
      ...(role && { role }),
      ...(demand && { demand }),
      ...(offer && { offer }),
    } as const;
    const page = await matches.page(list, { ...query, ...(cursor && { after: cursor }) });
    return pageAnswer(page, { as: 'member', organization });
  }

  async function readReviews(event: HttpEvent): Promise<HttpAnswer> {
    requireOperator(event);
    const query = readParameters(event.queryStringParameters, ReviewQuery);
    const page = await matches.page(
      { as: 'reviewer', state: query.decision ?? 'open' },
      { ...query, ...(query.cursor && { after: query.cursor }) },
    );
    return pageAnswer(page, { as: 'operator' });
  }

  /** One match that needs, or needed, a person, with both listings in full: whoever decides must know on what. */
  async function readReview(event: HttpEvent): Promise<HttpAnswer> {
    requireOperator(event);
    const { data: id } = MatchId.safeParse(event.pathParameters?.['id']);
    const match = id && (await matches.get(id));
    if (!match || (match.outcome !== 'needs-review' && match.reviews.length === 0)) throw notFound();
    const known = new Map(
      (await listings.getMany([match.offerId, match.demandId])).map((listing) => [listing.id, listing] as const),
    );
    const body = {
      ...matchView(match, known, { as: 'operator' }),
      isUndecided: isUndecided(match),
      listings: { offer: known.get(match.offerId), demand: known.get(match.demandId) },
    };
    return jsonAnswer(200, body, { etag: etagOfMatch(match) });
  }

  return (event: HttpEvent): Promise<HttpAnswer> => {
    if (event.routeKey === 'GET /v1/reviews') return readReviews(event);
    if (event.routeKey === 'GET /v1/reviews/{id}') return readReview(event);
    return event.routeKey.endsWith('/{id}') ? readOne(event) : readPage(event);
  };
};
