import type { ListingId, ReplayId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { frame } from '../../events/envelope.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import type { Outgoing } from '../_adapters/sqs/queue-sender.ts';

type Cause = MatchRequestedV1['data']['cause'];

/** A request that is not a listing's own change: `occasion` tells requests for one version from each other. */
export type Occasion = {
  readonly zone: string;
  readonly time: Instant;
  readonly occasion: string;
  /** Of what the operator asked for it is a part. */
  readonly replayId?: ReplayId;
};

/** Asks for a listing to be judged anew, though it has not changed itself. */
export function requestAnew(
  { id: listingId, version }: { readonly id: ListingId; readonly version: number },
  cause: Cause,
  { zone, time, occasion, replayId }: Occasion,
): Outgoing {
  const id = `${listingId}.v${version}.${occasion}`;
  const data = { listingId, version, cause, ...(replayId && { replayId }) };
  const body: MatchRequestedV1 = frame('match-requested.v1', { id, zone, time }, data);
  return { key: id, body };
}

/** A listing of which no version is known here: any will do. */
export const anyVersionOf = (id: ListingId) => ({ id, version: 1 });
