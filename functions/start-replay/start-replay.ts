import type { OperatorAccess } from '../../domain/access/access.ts';
import type { ListingId, OrganizationId, ReplayId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { frame } from '../../events/envelope.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { sendingInLanes } from '../_matching/lanes.ts';
import { requestAnew } from '../_matching/match-requests.ts';
import type { ReplayRequest } from '../_requests/replay-request.ts';
import type { Deps } from './deps.ts';

type Cause = 'reconciliation' | 'replay';

/** How far something that is judged anew has come. */
export type Replay = {
  readonly id: ReplayId;
  /** Still asking for it, being judged, or over. */
  readonly state: 'asking' | 'judging' | 'done';
  readonly asked: number;
  readonly judged: number;
  readonly changed: number;
};

/** Some requests were not taken by their queue: the caller asks again. */
class RequestsNotTaken extends Error {
  override readonly name = 'RequestsNotTaken';
}

/** The operator has something judged anew, whatever is on record of it, and follows how far that has come. */
export const startReplay = (deps: Deps) => {
  const { access: task, audit, clock, listings, logger, newReplayId, replays, zone } = deps;
  const sendInLanes = sendingInLanes(deps);
  const sendReplay = sendingAll(deps.sendReplays);

  async function begin(access: OperatorAccess, cause: Cause, subject: string | undefined): Promise<ReplayId> {
    const [id, at] = [newReplayId(), clock()];
    const act = cause === 'replay' ? 'replay-started' : 'reconciliation-started';
    await audit.record(access, [{ subject: subject ?? id, at, act }]);
    await replays.mark(task, id, 'begun', at);
    logger.info('replay begun', { replayId: id, cause });
    return id;
  }

  /** What an organization has listed fits into one request: its number is bounded by the zone's limits. */
  async function ask(replayId: ReplayId, found: readonly Listing[]): Promise<void> {
    const occasion = { zone, time: clock(), occasion: replayId, replayId };
    await replays.count(task, replayId, { asked: found.length }, clock());
    const requests = found.map((listing) => ({ listing, ...requestAnew(listing, 'replay', occasion) }));
    if ((await sendInLanes(requests)).size > 0) throw new RequestsNotTaken();
    await replays.mark(task, replayId, 'sent', clock());
  }

  async function ofListing(access: OperatorAccess, id: ListingId): Promise<ReplayId | undefined> {
    const listing = await listings.get(access, id);
    if (!listing) return undefined;
    const replayId = await begin(access, 'replay', id);
    await ask(replayId, [listing]);
    return replayId;
  }

  async function ofOrganization(access: OperatorAccess, id: OrganizationId): Promise<ReplayId> {
    const replayId = await begin(access, 'replay', id);
    await ask(replayId, await Array.fromAsync(listings.listedOf(access, id)));
    return replayId;
  }

  async function everything(access: OperatorAccess, cause: Cause): Promise<ReplayId> {
    const replayId = await begin(access, cause, undefined);
    const body = frame('replay-requested.v1', { id: replayId, zone, time: clock() }, { replayId, cause });
    await sendReplay([{ key: replayId, body }]);
    return replayId;
  }

  function start(access: OperatorAccess, request: ReplayRequest): Promise<ReplayId | undefined> {
    switch (request.of) {
      case 'listing':
        return ofListing(access, request.id);
      case 'organization':
        return ofOrganization(access, request.id);
      case 'everything':
        return everything(access, 'replay');
    }
  }

  return {
    /** Undefined where there is no such listing. */
    start,
    reconcile: (access: OperatorAccess): Promise<ReplayId> => everything(access, 'reconciliation'),

    /** Undefined where there is none of this id, or it is a week old. */
    async read(access: OperatorAccess, id: ReplayId): Promise<Replay | undefined> {
      const found = await replays.read(access, id);
      if (!found) return undefined;
      const { isSent, asked, judged, changed } = found;
      const state = isSent ? (judged < asked ? 'judging' : 'done') : 'asking';
      return { id, state, asked, judged, changed };
    },
  };
};
