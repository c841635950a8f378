import * as z from 'zod';
import { type WeightsEditions, weightsOn } from '../../domain/matching/weights.ts';
import { dayIn, type Instant } from '../../domain/time.ts';
import type { ZoneClient } from './client.ts';
import { crossCheck } from './cross-check.ts';
import { DemoFailure } from './demo-failure.ts';
import { judgeMarket, nearMatches } from './judged-market.ts';
import type { Market } from './market.ts';
import type { Progress } from './progress.ts';
import { readDetails, readMails, readRecord } from './record.ts';
import type { Findings } from './report.ts';
import { seedMarket } from './seed.ts';

/** The zone that a demo runs in, as far as it uses it. */
export type DemoZone = {
  readonly mailbox: string;
  readonly control: string;
  readonly timeZone: string;
  readonly weights: WeightsEditions;
  readonly usesNegativeLists: boolean;
  readonly idle: (timeoutSeconds: number) => Promise<boolean>;
};

/** How many of the best matches are shown in full. */
const bestShown = 12;

const longestWait = 300;

/** What keeps the zone from being idle, as its control address tells. */
async function whatIsBusy(control: string): Promise<string> {
  const answer = await fetch(`${control}/idle?timeout=0`);
  const { data } = z.object({ busy: z.array(z.string()) }).safeParse(await answer.json());
  return data?.busy.join(', ') || 'something that it does not name';
}

/** Seeds the zone with the market, waits until it has matched, and reads what came of it; judges by the time of `clock` then. */
export async function runDemo(
  zone: DemoZone,
  client: ZoneClient,
  market: Market,
  progress: Progress,
  clock: () => Instant,
): Promise<Findings> {
  await seedMarket(client, market, progress);
  progress.step('Waiting until everything is matched and mailed.');
  if (!(await zone.idle(longestWait))) {
    throw new DemoFailure(
      `The zone was still busy after ${longestWait} seconds, with ${await whatIsBusy(zone.control)}.`,
    );
  }
  progress.step('Reading what each organization and the operator see.');
  const ids = market.organizations.map(({ id }) => id);
  const record = await readRecord(client, ids);
  if (record.matches.length === 0) throw new DemoFailure('The zone found no match at all.');
  const best = await readDetails(client, record, record.matches.slice(0, bestShown));
  const now = clock();
  const today = dayIn(zone.timeZone, now);
  const pairs = judgeMarket(
    record,
    { now, today, usesNegativeLists: zone.usesNegativeLists },
    weightsOn(zone.weights, today).weights,
  );
  return {
    record,
    best,
    near: nearMatches(pairs, today),
    mails: await readMails(zone.mailbox),
    check: crossCheck([...record.matches, ...record.reviews], pairs),
    mailbox: zone.mailbox,
  };
}
