import type { Match } from './match.ts';
import { isShown, isUndecided } from './review.ts';

/** What a change of a match is to the world: found, waiting for a person, or ended. */
export type MatchNews = 'found' | 'review-requested' | 'ended';

/**
 * What a change is to the world; nothing, mostly. A better score or a new version of a match that both sides know is not
 * news; what they can see no longer, is. A match that has to be cleared anew has ended for them until then.
 */
export function newsOf(before: Match | undefined, after: Match): readonly MatchNews[] {
  const wasShown = before !== undefined && isShown(before);
  const wasUndecided = before !== undefined && isUndecided(before);
  const news: MatchNews[] = [];
  if (isShown(after) && !wasShown) news.push('found');
  if (wasShown && !isShown(after)) news.push('ended');
  if (isUndecided(after) && !wasUndecided) news.push('review-requested');
  return news;
}
