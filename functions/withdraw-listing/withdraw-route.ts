import { listingIdOf } from '../_listings/listing-route.ts';
import { memberOf } from '../_runtime/caller.ts';
import { etagOf, type HttpAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { checkIfMatch, versionConflict } from '../_runtime/if-match.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Withdrawn, withdrawListing } from './withdraw-listing.ts';

function withdrawnAnswer(withdrawn: Withdrawn): HttpAnswer {
  switch (withdrawn) {
    case 'not-found':
      throw notFound();
    case 'version-conflict':
      throw versionConflict();
    case 'withdrawn':
      return { statusCode: 204 };
  }
}

/** DELETE of a listing: `If-Match` is heeded where it is sent. */
export const withdrawRoute =
  (withdraw: ReturnType<typeof withdrawListing>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = memberOf(event);
    const ifMatch = event.headers['if-match'];
    const checkVersion = (version: number): void => checkIfMatch(ifMatch ?? '*', etagOf(version));
    return withdrawnAnswer(await withdraw({ access, id: listingIdOf(event), checkVersion }));
  };
