import pMap from 'p-map';
import type { Demand } from '../../domain/demand/demand.ts';
import type { MatchId } from '../../domain/ids.ts';
import { type Telling, type TellingState, tellingOf } from '../../domain/match/telling.ts';
import type { Delivery } from '../_adapters/dynamo/delivery-store.ts';
import type { ToldMatch } from './found-matches.ts';
import type { Recipients } from './recipients.ts';
import type { TellingDeps } from './telling-deps.ts';

/** How many rows are read or written at a time. */
const callsAtOnce = 16;

/** A match that a contact is, was, or is to be told of. */
export type Known = {
  readonly matchId: MatchId;
  readonly found?: ToldMatch | undefined;
  readonly delivery?: Delivery | undefined;
};

/** A demand, which of these matches are found and shown now, and whom they are told to. */
export type Seen = {
  readonly demand: Demand;
  readonly found: ReadonlyMap<MatchId, ToldMatch>;
  readonly ids: readonly MatchId[];
  readonly recipients: Recipients;
};

/** What is known of a contact's matches, by what is to be done about them. */
export type Sorted = (telling: Telling) => readonly Known[];

/** Sorts what is known by what is to be done. */
export function sortKnown(known: readonly Known[]): Sorted {
  const groups = Map.groupBy(known, ({ found, delivery }) => tellingOf(found !== undefined, delivery?.state));
  return (telling) => groups.get(telling) ?? [];
}

/** What is on record of telling a contact of these matches. */
export const readKnown =
  ({ access, deliveries }: Pick<TellingDeps, 'access' | 'deliveries'>) =>
  (
    demand: Demand,
    found: ReadonlyMap<MatchId, ToldMatch>,
    ids: readonly MatchId[],
    contact: string,
  ): Promise<readonly Known[]> =>
    pMap(
      ids,
      async (matchId) => ({
        matchId,
        found: found.get(matchId),
        delivery: await deliveries.get(access, demand.id, matchId, contact),
      }),
      { concurrency: callsAtOnce },
    );

type Next = { readonly state: TellingState; readonly due?: Delivery['due'] };

/** Writes what was done or is to be done about matches, and answers for how many: also those that changed meanwhile. */
export const recordKnown = ({ access, clock, deliveries }: Pick<TellingDeps, 'access' | 'clock' | 'deliveries'>) => {
  const recordOf = (demand: Demand, contact: string, { matchId, found, delivery }: Known, next: Next): Delivery => ({
    demandId: demand.id,
    matchId,
    contact,
    ...next,
    title: (found?.isAsJudged ? found.offer.title : delivery?.title) ?? '',
    at: clock(),
  });
  const writing =
    (write: (record: Delivery, before: Delivery | undefined) => Promise<unknown>) =>
    async (demand: Demand, contact: string, ones: readonly Known[], next: Next): Promise<number> => {
      await pMap(ones, (one) => write(recordOf(demand, contact, one, next), one.delivery), {
        concurrency: callsAtOnce,
      });
      return ones.length;
    };
  return {
    /** What was done, whatever is on record. */
    done: writing((record) => deliveries.put(access, record)),
    /** What follows from what was read; where that has changed since, it is left to the next look. */
    follow: writing((record, before) => deliveries.follow(access, record, before)),
  };
};

/** What contacts know of a demand's matches kept changing while they were told: the message will come again. */
export class TellingKeepsChanging extends Error {
  override readonly name = 'TellingKeepsChanging';
  constructor(demand: string) {
    super(`the matches of ${demand} kept changing while their buyer was told`);
  }
}

/** How often one demand is looked at in one run: until there is nothing more to write, which is twice as a rule. */
export const mostLooks = 4;
