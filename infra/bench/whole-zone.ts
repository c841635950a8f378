import { z } from 'zod';
import { aFewAtATime } from '../demo/a-few-at-a-time.ts';
import { makeZoneClient, memberOf, operator } from '../demo/client.ts';
import { loadMarket, type Market } from '../demo/market.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { startZone } from '../local/start-zone.ts';
import type { Figure } from './figure.ts';
import { percentileOf } from './measuring.ts';
import { processorTime, takenBetween } from './processor-time.ts';

const atOnce = 8;
const longestWait = 600;
const anything = z.unknown();

const Told = z.object({ message: z.enum(['listing matched', 'reader mailed']), secondsSincePost: z.number() });

/** Seconds from a post to its match and to its mail, as the Lambdas tell them in their logs. */
class Latencies {
  readonly match: number[] = [];
  readonly mail: number[] = [];

  note(line: string): void {
    const { data } = Told.safeParse(line.startsWith('{') ? JSON.parse(line) : {});
    if (data) (data.message === 'listing matched' ? this.match : this.mail).push(data.secondsSincePost);
  }
}

/** The listings of the market in turn, demands among offers, so many of them. */
function postsOf({ offers, demands }: Market, count: number) {
  const mixed = [
    ...offers.map((one, at) => ({ ...one, kind: 'offer' as const, place: at / offers.length })),
    ...demands.map((one, at) => ({ ...one, kind: 'demand' as const, place: at / demands.length })),
  ].sort((one, other) => one.place - other.place);
  return Array.from({ length: count }, (_, at) => mixed[at % mixed.length]).flatMap((one) => one ?? []);
}

const shareOf = (part: number, of: number): number => Math.round((part / of) * 1000) / 10;

/** How long posts take through a whole zone on this machine, how many it takes a second, and who has the processor meanwhile. */
export async function measureZone(
  assembly: string,
  count: number,
  tell: (sentence: string) => void,
): Promise<readonly Figure[]> {
  const latencies = new Latencies();
  tell(`Posting ${count} listings to a whole zone, ${atOnce} at a time.`);
  const zone = await startZone({ assembly, onLog: ({ line }) => latencies.note(line) });
  try {
    const client = makeZoneClient(zone);
    const market = await loadMarket();
    await aFewAtATime(market.organizations, atOnce, ({ id, organization }) =>
      client.call(operator, { method: 'PUT', path: `/v1/organizations/${id}`, body: organization }, anything),
    );
    await zone.idle(longestWait);
    const [start, before] = [performance.now(), processorTime()];
    await aFewAtATime(postsOf(market, count), atOnce, ({ kind, organization, listing }, at) =>
      client.call(memberOf(organization), { method: 'POST', path: `/v1/${kind}s`, body: listing }, anything, {
        'idempotency-key': `bench-${at}`,
      }),
    );
    const posted = (performance.now() - start) / 1000;
    if (!(await zone.idle(longestWait)))
      throw new LocalFailure(`The zone was still busy after ${longestWait} seconds.`);
    const settled = (performance.now() - start) / 1000;
    return figuresOf(latencies, { count, posted, settled }, takenBetween(before, processorTime()));
  } finally {
    await zone.stop();
  }
}

function figuresOf(
  { match, mail }: Latencies,
  { count, posted, settled }: { readonly count: number; readonly posted: number; readonly settled: number },
  { dynamoDb, lambdas, surroundings }: ReturnType<typeof processorTime>,
): readonly Figure[] {
  const part = 'zone';
  const all = dynamoDb + lambdas + surroundings;
  const latency = (what: string, values: readonly number[]) =>
    [50, 95].map((percent) => ({
      part,
      what: `${what}, p${percent}`,
      value: percentileOf(values, percent),
      unit: 's',
    }));
  return [
    ...latency('post to match', match),
    ...latency('post to mail', mail),
    { part, what: 'posts taken', value: count / posted, unit: 'a second' },
    { part, what: 'posts matched and mailed to the end', value: count / settled, unit: 'a second' },
    { part, what: 'processor time, DynamoDB Local', value: shareOf(dynamoDb, all), unit: '%' },
    { part, what: 'processor time, Lambdas', value: shareOf(lambdas, all), unit: '%' },
    { part, what: 'processor time, API, queues, streams and mail', value: shareOf(surroundings, all), unit: '%' },
    { part, what: 'processors busy', value: all / settled, unit: 'of this machine' },
  ];
}
