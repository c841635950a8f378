import { refusalProblem } from '../_listings/listing-answer.ts';
import { inputSchema, kindOfRoute } from '../_listings/listing-route.ts';
import { memberOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import type { CountRequest } from '../_runtime/request-rate.ts';
import type { previewListing } from './preview-listing.ts';

/** POST of a listing that is not to be stored: refused as one that is would be, else answered with what it would find. */
export const previewRoute =
  (preview: ReturnType<typeof previewListing>, countRequest: CountRequest) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = memberOf(event);
    await countRequest(access);
    const kind = kindOfRoute(event);
    const previewed = await preview({ access, kind, input: readBody(event, inputSchema[kind]) });
    if (typeof previewed === 'string') throw refusalProblem(previewed);
    return jsonAnswer(200, previewed);
  };
