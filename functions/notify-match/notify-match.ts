import type { MatchId } from '../../domain/ids.ts';
import { isShown } from '../../domain/match/review.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { noteMatches } from '../_notification/note-matches.ts';
import { tellBuyer } from '../_notification/tell-buyer.ts';
import type { Deps } from './deps.ts';
import type { Notice } from './notice.ts';

/**
 * What one demand may take of a run: twenty contacts at the slowest pace that a zone may have, three in ten seconds, a mail
 * server that is slow with the last of them, and what its tables need.
 */
export const longestGroupMs = 120_000;

/** Puts notices that a run has no time for back at the end of their queue. Throws where the queue does not take them. */
export const postponeNotices = ({ sendNotifications }: Pick<Deps, 'sendNotifications'>) => {
  const send = sendingAll(sendNotifications);
  return (notices: readonly Notice[]): Promise<void> =>
    send(notices.map((notice) => ({ key: notice.id, body: notice })));
};

/**
 * Notes what a buyer is to be told of the matches that were found for one of its demands, or have ended, and of all that are
 * open where somebody has become its contact; and tells it what was noted, where its time has come.
 */
export const notifyMatch = (deps: Omit<Deps, 'park' | 'putOff'>) => {
  const note = noteMatches(deps);
  const tell = tellBuyer(deps);

  async function matchesIn(notice: Notice): Promise<readonly MatchId[]> {
    switch (notice.type) {
      case 'match-found.v1':
      case 'match-ended.v1':
        return [notice.data.matchId];
      case 'telling-requested.v1':
        return (await deps.records.recordsOf(deps.access, notice.data.demandId)).filter(isShown).map(({ id }) => id);
      case 'telling-due.v1':
        return [];
    }
  }

  return async (notices: readonly Notice[]): Promise<void> => {
    const [first] = notices;
    if (!first) return;
    const { demandId } = first.data;
    const news = (await Promise.all(notices.map(matchesIn))).flat();
    if (news.length > 0) await note(demandId, news);
    for (const { type, id } of notices) if (type === 'telling-due.v1') await tell(demandId, id);
  };
};
