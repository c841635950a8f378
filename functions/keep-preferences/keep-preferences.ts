import type { HttpAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import type { Deps } from './deps.ts';
import { mailPreferences } from './mail-preferences.ts';
import { unsubscribe } from './unsubscribe.ts';

/** What the owners of addresses say of the mails that they get: which ones, and that there be none. */
export const keepPreferences = (deps: Deps) => {
  const [ending, choosing] = [unsubscribe(deps), mailPreferences(deps)];
  return (event: HttpEvent): Promise<HttpAnswer> =>
    event.routeKey.endsWith(' /v1/unsubscribe') ? ending(event) : choosing(event);
};
