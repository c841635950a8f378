import type { SystemAccess } from '../../domain/access/access.ts';
import type { ListingId } from '../../domain/ids.ts';
import type { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import type { makeMatchReader } from '../_adapters/dynamo/match-reader.ts';
import { listedDemands } from './listed-demands.ts';

/** How many of the others are handed on at a time. */
const atOnce = 500;

type Stores = {
  readonly candidates: Pick<ReturnType<typeof makeCandidateStore>, 'idsUnder'>;
  readonly matches: Pick<ReturnType<typeof makeMatchReader>, 'demandsOfOpen'>;
};

/**
 * Every listed demand, and every demand of an open match, listed or not, once each and some at a time. Each pair has one
 * demand: whoever judges all of these anew leaves no pair out.
 */
export async function* everyDemand(
  access: SystemAccess,
  { candidates, matches }: Stores,
): AsyncGenerator<readonly ListingId[]> {
  const seen = new Set<ListingId>();
  for await (const ids of listedDemands(access, candidates)) {
    for (const id of ids) seen.add(id);
    yield ids;
  }
  let others: ListingId[] = [];
  for await (const id of matches.demandsOfOpen(access)) {
    if (seen.has(id)) continue;
    seen.add(id);
    others.push(id);
    if (others.length < atOnce) continue;
    yield others;
    others = [];
  }
  if (others.length > 0) yield others;
}
