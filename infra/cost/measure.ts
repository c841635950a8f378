import { z } from 'zod';
import { makeZoneClient } from '../demo/client.ts';
import type { Market } from '../demo/market.ts';
import { seedMarket } from '../demo/seed.ts';
import { Capacity } from '../local/capacity/capacity.ts';
import type { LocalZone } from '../local/start-zone.ts';
import { type Consumed, consumedBy } from './consumed.ts';
import type { Activities } from './load.ts';
import { looks } from './units.ts';

/** How far the model may be from what was consumed. */
export const tolerance = 0.15;

/** What a market did, what it consumed, and what the model says that it would. */
export type Measured = { readonly done: Activities; readonly consumed: Consumed; readonly modelled: Consumed };

const Judged = z.object({ message: z.literal('listing matched'), pairsJudged: z.int(), recordsChanged: z.int() });
const Mailed = z.object({ message: z.literal('reader mailed'), matches: z.int(), ended: z.int() });

const quiet = { step: () => undefined, count: () => undefined, end: () => undefined };
const nothing: Market = { organizations: [], offers: [], demands: [] };

/** A zone that runs, as far as a market is posted in it. */
type Zone = Pick<LocalZone, 'api' | 'tokenEndpoint' | 'idle'>;

/** Adds up what the Lambdas of a zone tell of their work, and what they consume of DynamoDB for it. */
export class MarketMeter {
  readonly capacity = new Capacity();
  private work = { pairs: 0, records: 0, tellings: 0, mails: 0 };

  /** Reads a line of a Lambda's log. */
  note(line: string): void {
    const told: unknown = line.startsWith('{') ? JSON.parse(line) : {};
    const { pairs, records, tellings, mails } = this.work;
    const { data: judged } = Judged.safeParse(told);
    if (judged)
      this.work = { ...this.work, pairs: pairs + judged.pairsJudged, records: records + judged.recordsChanged };
    const { data: mailed } = Mailed.safeParse(told);
    if (mailed) this.work = { ...this.work, tellings: tellings + mailed.matches + mailed.ended, mails: mails + 1 };
  }

  /** Posts a market's offers and then its demands, and answers what was consumed for them. */
  async post(zone: Zone, market: Market): Promise<Measured> {
    const client = makeZoneClient(zone);
    await seedMarket(client, { ...nothing, organizations: market.organizations }, quiet);
    await zone.idle(60);
    this.capacity.clear();
    for (const part of [{ offers: market.offers }, { demands: market.demands }]) {
      await seedMarket(client, { ...nothing, ...part }, quiet);
      await zone.idle(60);
    }
    return this.measured(market);
  }

  private measured({ offers, demands }: Market): Measured {
    const sum = (of: 'readUnits' | 'writeUnits'): number =>
      this.capacity.all.reduce((total, one) => total + one[of], 0);
    const { pairs, records, tellings, mails } = this.work;
    const done = {
      postedOffers: offers.length,
      postedDemands: demands.length,
      // An offer that is posted first finds nobody, and is looked at once.
      offerLooks: 0,
      demandLooks: demands.length * looks.demand,
      pairReads: pairs * looks.demand,
      records,
      tellings,
      mails,
      readings: 0,
    };
    return {
      done,
      consumed: { reads: sum('readUnits'), writes: sum('writeUnits') },
      modelled: consumedBy(done, { onAws: false }),
    };
  }
}

/** How far the model is off, as a share of what was consumed. */
export const errorOf = (consumed: number, modelled: number): number => modelled / consumed - 1;
