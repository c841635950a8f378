import { listingAnswer, quotaReached, refusalProblem } from '../_listings/listing-answer.ts';
import { inputSchema, kindOfRoute, listingIdOf } from '../_listings/listing-route.ts';
import type { BreadthOf } from '../_matching/breadth.ts';
import { memberOf } from '../_runtime/caller.ts';
import { etagOf, type HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import { checkIfMatch, versionConflict } from '../_runtime/if-match.ts';
import { notFound } from '../_runtime/problem.ts';
import type { CountRequest } from '../_runtime/request-rate.ts';
import type { Revised, reviseListing } from './revise-listing.ts';

async function revisedAnswer(revised: Revised, breadth: BreadthOf): Promise<HttpAnswer> {
  switch (revised) {
    case 'not-found':
      throw notFound();
    case 'overtaken':
      throw versionConflict();
    case 'quota-reached':
      throw quotaReached();
    case 'already-over':
    case 'not-open':
      throw refusalProblem(revised);
    default:
      return listingAnswer(200, revised.listing, await breadth(revised.listing));
  }
}

/** PUT of a listing: `If-Match` is needed, so that nobody's change is overwritten unseen. */
export const reviseRoute =
  (revise: ReturnType<typeof reviseListing>, countRequest: CountRequest, breadth: BreadthOf) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = memberOf(event);
    await countRequest(access);
    const id = listingIdOf(event);
    const input = readBody(event, inputSchema[kindOfRoute(event)]);
    const checkVersion = (version: number): void => checkIfMatch(event.headers['if-match'], etagOf(version));
    return revisedAnswer(await revise({ access, id, input, checkVersion }), breadth);
  };
