import type { Match } from './match.ts';

/** What a change of a match is to the world: found, waiting for a person, ended, or nothing new. */
export type MatchNews = 'found' | 'review-requested' | 'ended' | 'nothing';

const isOpenAs = (match: Match | undefined, outcome: Match['outcome']): boolean =>
  match?.status === 'open' && match.outcome === outcome;

/** A better score or a new version of a match that both sides know is not news; what they can see no longer, is. */
export function newsOf(before: Match | undefined, after: Match): MatchNews {
  const wasFound = isOpenAs(before, 'matched');
  if (isOpenAs(after, 'matched')) return wasFound ? 'nothing' : 'found';
  if (wasFound) return 'ended';
  if (isOpenAs(after, 'needs-review') && !isOpenAs(before, 'needs-review')) return 'review-requested';
  return 'nothing';
}
