import { MatchId } from '../../domain/ids.ts';
import { decide, toldReview } from '../../domain/match/review.ts';
import { etagOfMatch } from '../_matching/match-etag.ts';
import { ReviewDecision } from '../_requests/review-decision.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import { checkIfMatch, versionConflict } from '../_runtime/if-match.ts';
import { notFound, Problem } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/**
 * The operator clears or rejects a match that needs a person. With `If-Match` the decision is made on what was read; without
 * it, on the match as it is now. Either way it answers the questions that stand then, and no others.
 */
export const decideReview =
  ({ clock, logger, reader, writer }: Deps) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const decidedBy = access.caller;
    const { decision, note } = readBody(event, ReviewDecision);
    const { data: id } = MatchId.safeParse(event.pathParameters?.['id']);
    const match = id && (await reader.get(access, id));
    if (!match || (match.outcome !== 'needs-review' && match.reviews.length === 0)) throw notFound();
    const ifMatch = event.headers['if-match'];
    if (ifMatch !== undefined) checkIfMatch(ifMatch, etagOfMatch(match));
    const decided = decide(match, { decision, note, decidedBy }, clock());
    if (!decided) {
      throw new Problem('not-under-review', {
        zh: '这条匹配已结束，或已不需要人工判断。',
        en: 'This match has ended, or needs no decision any more.',
      });
    }
    if (!(await writer.put(access, decided, match))) throw versionConflict();
    logger.info('review decided', { matchId: match.id, decision });
    const { status, outcome } = decided;
    const reviews = decided.reviews.map(toldReview);
    return jsonAnswer(200, { id: match.id, status, outcome, reviews }, { etag: etagOfMatch(decided) });
  };
