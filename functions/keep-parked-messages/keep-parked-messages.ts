import type { OperatorAccess } from '../../domain/access/access.ts';
import type { Audited } from '../../domain/audit/audit.ts';
import type { Deps } from './deps.ts';
import { type ParkedMessage, parkedMessage } from './parked-message.ts';

type Place = Deps['places'][number];

/** What one place holds. */
export type Parked = {
  readonly queue: string;
  /** Whether its messages can be put back here: those of a table's stream are kept by the stream. */
  readonly comesFrom: 'queue' | 'stream';
  readonly held: number;
  readonly messages: readonly ParkedMessage[];
};

/** What became of the messages of one place. */
export type PutBack = { readonly queue: string; readonly putBack: number; readonly left: number };

/** The API gives up after 30 seconds; what is not put back by then is left for the next request. */
const workMs = 20_000;

/** More than anybody has parked: an end where messages come as fast as they are looked at. */
const mostMessages = 10_000;

/** In the audit record a queue has a name of its own beside organizations and listings. */
const subjectOf = (queue: string): string => `zone.parked.${queue}`;

/** What is parked, without bodies; and that it is put back or goes for good, each written down before it is done. */
export const keepParkedMessages = ({ audit, clock, elapsed, logger, places }: Deps) => {
  const tell = (access: OperatorAccess, queue: string, more: Pick<Audited, 'act' | 'note' | 'messageId'>) =>
    audit.record(access, [{ subject: subjectOf(queue), at: clock(), ...more }]);

  const placesOf = (queue: string | undefined): readonly Place[] | undefined => {
    const found = places.filter(({ name }) => queue === undefined || name === queue);
    return found.length > 0 ? found : undefined;
  };

  async function parkedIn({ name, held, putBack }: Place, limit: number): Promise<Parked> {
    const count = await held.count();
    const messages: ParkedMessage[] = [];
    const keep = async (message: Parameters<typeof parkedMessage>[0]) => {
      messages.push(parkedMessage(message));
      return 'stays' as const;
    };
    if (count > 0) await held.look(Math.min(limit, count), keep);
    const comesFrom = putBack ? 'queue' : 'stream';
    return { queue: name, comesFrom, held: Math.max(count, messages.length), messages };
  }

  async function putBackIn(access: OperatorAccess, place: Place, begun: number): Promise<PutBack | undefined> {
    const { name: queue, held, putBack } = place;
    const count = await held.count();
    if (count === 0) return undefined;
    if (!putBack) return { queue, putBack: 0, left: count };
    await tell(access, queue, { act: 'parked-put-back' });
    let done = 0;
    const handle = async ({ Body = '' }: { readonly Body?: string | undefined }) => {
      await putBack(Body);
      done += 1;
      return 'gone' as const;
    };
    await held.look(Math.min(count, mostMessages), handle, () => elapsed() - begun < workMs);
    logger.info('parked messages put back', { queue, putBack: done });
    return { queue, putBack: done, left: Math.max(0, count - done) };
  }

  return {
    /** Undefined where there is no such queue. */
    async list(
      access: OperatorAccess,
      queue: string | undefined,
      limit: number,
    ): Promise<readonly Parked[] | undefined> {
      const found = placesOf(queue);
      if (!found) return undefined;
      await tell(access, queue ?? 'all', { act: 'parked-read' });
      return Promise.all(found.map((place) => parkedIn(place, limit)));
    },

    /** Undefined where there is no such queue; places that hold nothing are not told of. */
    async putBack(access: OperatorAccess, queue: string | undefined): Promise<readonly PutBack[] | undefined> {
      const found = placesOf(queue);
      if (!found) return undefined;
      const begun = elapsed();
      const done: PutBack[] = [];
      for (const place of found) {
        const one = await putBackIn(access, place, begun);
        if (one) done.push(one);
      }
      return done;
    },

    /** False where the queue does not hold it. */
    async remove(access: OperatorAccess, queue: string, messageId: string, note: string): Promise<boolean> {
      const [place] = placesOf(queue) ?? [];
      if (!place) return false;
      const begun = elapsed();
      let isGone = false;
      const handle = async ({ MessageId }: { readonly MessageId?: string | undefined }) => {
        if (MessageId !== messageId) return 'stays' as const;
        await tell(access, queue, { act: 'parked-deleted', messageId, note });
        isGone = true;
        return 'gone' as const;
      };
      await place.held.look(mostMessages, handle, () => !isGone && elapsed() - begun < workMs);
      if (isGone) logger.info('parked message deleted', { queue, messageId });
      return isGone;
    },
  };
};
