import type { Activities } from './load.ts';
import { partitions, units } from './units.ts';

/** Read and write units. */
export type Consumed = { readonly reads: number; readonly writes: number };

/**
 * What these activities consume of DynamoDB. On AWS a query that finds nothing is a unit, too, and each small row of a
 * transaction is counted for itself; DynamoDB Local counts no unit for the one, and a table's rows of a transaction together.
 */
export function consumedBy(done: Activities, { onAws }: { readonly onAws: boolean }): Consumed {
  const queries = onAws
    ? done.offerLooks * partitions.offer + done.demandLooks * partitions.demand
    : (done.offerLooks + done.demandLooks) * partitions.held;
  const journalled = onAws ? done.postedOffers + done.postedDemands : 0;
  return {
    reads:
      (done.offerLooks + done.demandLooks) * units.look.reads +
      queries * units.candidates.reads +
      done.pairReads * units.pair.reads +
      done.records * units.record.reads +
      done.tellings * units.telling.reads +
      done.mails * units.mail.reads +
      done.readings * units.reading.reads,
    writes:
      done.postedOffers * units.postedOffer.writes +
      done.postedDemands * units.postedDemand.writes +
      journalled * units.journal.writes +
      done.records * units.record.writes +
      done.tellings * units.telling.writes +
      done.mails * units.mail.writes +
      done.readings * units.reading.writes,
  };
}
