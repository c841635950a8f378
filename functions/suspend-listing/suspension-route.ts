import { listingIdOf } from '../_listings/listing-route.ts';
import { SuspensionNote } from '../_requests/suspension-note.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { etagOf, type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import { checkIfMatch, versionConflict } from '../_runtime/if-match.ts';
import { notFound, Problem } from '../_runtime/problem.ts';
import type { Changed, suspendListing } from './suspend-listing.ts';

function changedAnswer(changed: Changed): HttpAnswer {
  switch (changed) {
    case 'not-found':
      throw notFound();
    case 'version-conflict':
      throw versionConflict();
    case 'not-suspendable':
      throw new Problem('not-suspendable', {
        zh: '已撤回或已到期的条目不能暂停，它已不再展示给任何人。',
        en: 'A withdrawn or expired listing cannot be suspended; it is shown to nobody any more.',
      });
    default: {
      const { id, status, version, validUntil, suspension } = changed.listing;
      return jsonAnswer(200, { id, status, version, validUntil, suspension }, { etag: etagOf(version) });
    }
  }
}

/** PUT of a listing's suspension takes it out, DELETE lets it in again; `If-Match` is heeded where it is sent. */
export const suspensionRoute =
  ({ suspend, reinstate }: ReturnType<typeof suspendListing>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const ifMatch = event.headers['if-match'];
    const command = {
      id: listingIdOf(event),
      access,
      checkVersion: (version: number): void => checkIfMatch(ifMatch ?? '*', etagOf(version)),
    };
    return event.routeKey.startsWith('PUT ')
      ? changedAnswer(await suspend(command, readBody(event, SuspensionNote).note))
      : changedAnswer(await reinstate(command));
  };
