import type { HttpAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import type { Deps } from './deps.ts';
import { memberMatches } from './member-matches.ts';
import { toldMatch } from './told-match.ts';

/** Pages of matches: of one that a mail told of, by its link; of all that a member may see, once it has signed in. */
export const showMatches = (deps: Deps) => {
  const [told, ofMember] = [toldMatch(deps), memberMatches(deps)];
  return (event: HttpEvent): Promise<HttpAnswer> =>
    event.routeKey.endsWith(' /v1/match-page') ? told(event) : ofMember(event);
};
