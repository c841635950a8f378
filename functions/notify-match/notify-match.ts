import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { tellBuyer } from '../_notification/tell-buyer.ts';
import type { Deps } from './deps.ts';
import type { Notice } from './notice.ts';

/**
 * What one demand may take of a run: twenty contacts at the slowest pace that a zone may have, one in three seconds, and
 * what its tables need.
 */
export const longestGroupMs = 75_000;

/** Puts notices that a run has no time for back at the end of their queue. Throws where the queue does not take them. */
export const postponeNotices = ({ sendNotifications }: Pick<Deps, 'sendNotifications'>) => {
  const send = sendingAll(sendNotifications);
  return (notices: readonly Notice[]): Promise<void> =>
    send(notices.map((notice) => ({ key: notice.id, body: notice })));
};

/** Tells a buyer of the matches that were found for one of its demands, all in one mail, and notes which have ended. */
export const notifyMatch = (deps: Omit<Deps, 'park' | 'putOff' | 'sendNotifications'>) => {
  const tell = tellBuyer(deps);

  return async (notices: readonly Notice[]): Promise<void> => {
    const [first] = notices;
    if (first)
      await tell(
        first.data.demandId,
        notices.map(({ data }) => data.matchId),
        'at-once',
      );
  };
};
