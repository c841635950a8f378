import { z } from 'zod';
import { makeZoneClient } from '../demo/client.ts';
import type { Market } from '../demo/market.ts';
import { seedMarket } from '../demo/seed.ts';
import { Capacity } from '../local/capacity/capacity.ts';
import { startZone } from '../local/start-zone.ts';
import { type Consumed, consumedBy } from './consumed.ts';
import type { Activities } from './load.ts';
import { looks } from './units.ts';

/** How far the model may be from what was consumed. */
export const tolerance = 0.15;

/** What a market did, what it consumed, and what the model says that it would. */
export type Measured = { readonly done: Activities; readonly consumed: Consumed; readonly modelled: Consumed };

const Judged = z.object({ message: z.literal('listing matched'), pairsJudged: z.int(), recordsChanged: z.int() });
const Mailed = z.object({ message: z.literal('reader mailed'), matches: z.int(), ended: z.int() });

/** What the Lambdas told of their work, added up. */
class Work {
  pairs = 0;
  records = 0;
  tellings = 0;
  mails = 0;

  note(line: string): void {
    if (!line.startsWith('{')) return;
    const told: unknown = JSON.parse(line);
    const { data: judged } = Judged.safeParse(told);
    if (judged) this.pairs += judged.pairsJudged;
    if (judged) this.records += judged.recordsChanged;
    const { data: mailed } = Mailed.safeParse(told);
    if (mailed) this.tellings += mailed.matches + mailed.ended;
    if (mailed) this.mails += 1;
  }
}

const quiet = { step: () => undefined, count: () => undefined, end: () => undefined };
const nothing: Market = { organizations: [], offers: [], demands: [] };

/** Posts a market's offers and then its demands in a zone of its own, and adds up what its Lambdas consume of DynamoDB for it. */
export async function measure(assembly: string, market: Market): Promise<Measured> {
  const capacity = new Capacity();
  const work = new Work();
  const zone = await startZone({ assembly, capacity, onLog: ({ line }) => work.note(line) });
  try {
    const client = makeZoneClient(zone);
    await seedMarket(client, { ...nothing, organizations: market.organizations }, quiet);
    await zone.idle(60);
    capacity.clear();
    for (const part of [{ offers: market.offers }, { demands: market.demands }]) {
      await seedMarket(client, { ...nothing, ...part }, quiet);
      await zone.idle(60);
    }
  } finally {
    await zone.stop();
  }
  const sum = (of: 'readUnits' | 'writeUnits'): number => capacity.all.reduce((total, one) => total + one[of], 0);
  const done = {
    postedOffers: market.offers.length,
    postedDemands: market.demands.length,
    // An offer that is posted first finds nobody, and is looked at once.
    offerLooks: 0,
    demandLooks: market.demands.length * looks.demand,
    pairReads: work.pairs * looks.demand,
    records: work.records,
    tellings: work.tellings,
    mails: work.mails,
    readings: 0,
  };
  return {
    done,
    consumed: { reads: sum('readUnits'), writes: sum('writeUnits') },
    modelled: consumedBy(done, { emptyQueries: false }),
  };
}

/** How far the model is off, as a share of what was consumed. */
export const errorOf = (consumed: number, modelled: number): number => modelled / consumed - 1;
