import { listingAnswer } from '../_listings/listing-answer.ts';
import { kindOfRoute, listingIdOf } from '../_listings/listing-route.ts';
import { ListingQuery } from '../_requests/listing-query.ts';
import { memberOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** One listing, or a page of them: always and only the caller's own. */
export const readListings = ({ reader }: Pick<Deps, 'reader'>) => {
  async function readOne(event: HttpEvent): Promise<HttpAnswer> {
    const listing = await reader.get(memberOf(event), listingIdOf(event));
    if (!listing) throw notFound();
    return listingAnswer(200, listing);
  }

  async function readPage(event: HttpEvent): Promise<HttpAnswer> {
    const access = memberOf(event);
    const { limit, cursor, status } = readParameters(event.queryStringParameters, ListingQuery);
    const request = { limit, ...(cursor && { after: cursor }), ...(status && { status }) };
    return jsonAnswer(200, await reader.pageOf(access, kindOfRoute(event), request));
  }

  return (event: HttpEvent): Promise<HttpAnswer> =>
    event.routeKey.endsWith('/{id}') ? readOne(event) : readPage(event);
};
