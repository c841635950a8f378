import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { aFewAtATime } from '../demo/a-few-at-a-time.ts';
import { makeZoneClient, memberOf, operator } from '../demo/client.ts';
import { loadMarket, type Market } from '../demo/market.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { type LocalZone, startZone } from '../local/start-zone.ts';
import type { Figure } from './figure.ts';
import { percentileOf } from './measuring.ts';
import { type ProcessorTime, processorTime, takenBetween } from './processor-time.ts';
import { originsIn } from './profile/origins.ts';
import { type Owner, readProfile, sharesOf } from './profile/shares.ts';

const atOnce = 8;
const longestWait = 600;
const anything = z.unknown();
/** So much of the samples may be of no bundle's code: what runs Lambdas here. */
const mostAround = 0.1;

const Told = z.object({
  message: z.enum(['listing matched', 'reader mailed']),
  secondsSincePost: z.number(),
  listingId: z.string().optional(),
});

/** Seconds from a post to its match and to its mail, as the Lambdas tell them in their logs, and when so many posts are matched. */
class Latencies {
  readonly match: number[] = [];
  readonly mail: number[] = [];
  /** When the last of them was matched, in milliseconds, and what the processor had done until then. */
  matched: { readonly at: number; readonly taken: ProcessorTime } | undefined;
  private readonly count: number;
  private readonly listings = new Set<string>();

  constructor(count: number) {
    this.count = count;
  }

  note(line: string): void {
    const { data } = Told.safeParse(line.startsWith('{') ? JSON.parse(line) : {});
    if (!data) return;
    (data.message === 'listing matched' ? this.match : this.mail).push(data.secondsSincePost);
    if (data.message === 'listing matched' && data.listingId !== undefined) this.listings.add(data.listingId);
    if (this.listings.size === this.count) this.matched ??= { at: performance.now(), taken: processorTime() };
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

const percentOf = (part: number, of: number): number => Math.round((part / of) * 1000) / 10;

type Posts = ReturnType<typeof postsOf>;
type Round = {
  readonly name: string;
  readonly latencies: Latencies;
  /** Seconds until all were posted, matched, and mailed as far as buyers are mailed at once. */
  readonly posted: number;
  readonly matched: number;
  readonly settled: number;
  /** What the processors did until all were matched. */
  readonly taken: ProcessorTime;
};

/** Posts listings, a few at a time, and waits until whatever comes of them has been done. */
async function playRound(zone: LocalZone, posts: Posts, name: string, latencies: Latencies): Promise<Round> {
  const client = makeZoneClient(zone);
  const [start, before] = [performance.now(), processorTime()];
  const secondsTo = (moment: number): number => (moment - start) / 1000;
  await aFewAtATime(posts, atOnce, ({ kind, organization, listing }, at) =>
    client.call(memberOf(organization), { method: 'POST', path: `/v1/${kind}s`, body: listing }, anything, {
      'idempotency-key': `bench-${name.replaceAll(' ', '-')}-${at}`,
    }),
  );
  const posted = secondsTo(performance.now());
  if (!(await zone.idle(longestWait))) throw new LocalFailure(`The zone was still busy after ${longestWait} seconds.`);
  if (!latencies.matched) throw new LocalFailure('Not every post was matched.');
  const { at, taken } = latencies.matched;
  const settled = secondsTo(performance.now());
  return { name, latencies, posted, matched: secondsTo(at), settled, taken: takenBetween(before, taken) };
}

/**
 * How long posts take through a whole zone on this machine, how many it takes a second, and who has the processor meanwhile:
 * in a zone that has just been started, in the same zone once it is warm, and once more with its Lambdas profiled.
 */
export async function measureZone(
  assembly: string,
  count: number,
  tell: (sentence: string) => void,
): Promise<readonly Figure[]> {
  let latencies = new Latencies(count);
  const zone = await startZone({ assembly, onLog: ({ line }) => latencies.note(line) });
  try {
    const client = makeZoneClient(zone);
    const market = await loadMarket();
    await aFewAtATime(market.organizations, atOnce, ({ id, organization }) =>
      client.call(operator, { method: 'PUT', path: `/v1/organizations/${id}`, body: organization }, anything),
    );
    await zone.idle(longestWait);
    const posts = postsOf(market, count);
    const play = (name: string): Promise<Round> => {
      tell(`Posting ${count} listings to a whole zone, ${atOnce} at a time: ${name}.`);
      latencies = new Latencies(count);
      return playRound(zone, posts, name, latencies);
    };
    const rounds = [await play('just started'), await play('warm')];
    const endProfile = await zone.profileLambdas();
    await play('profiled');
    const shares = sharesOf((await endProfile()).map(readProfile), originsIn(join(assembly, 'origins')));
    if ((shares.get('around') ?? 0) > mostAround) {
      throw new LocalFailure('The Lambdas that ran are not those that are built from this code.');
    }
    return [...rounds.flatMap((round) => figuresOf(round, count)), ...profileOf(shares)];
  } finally {
    await zone.stop();
  }
}

function figuresOf({ name, latencies, posted, matched, settled, taken }: Round, count: number): readonly Figure[] {
  const part = `zone, ${name}`;
  const { dynamoDb, lambdas, surroundings } = taken;
  const all = dynamoDb + lambdas + surroundings;
  const latency = (what: string, values: readonly number[]) =>
    [50, 95].map((percent) => ({
      part,
      what: `${what}, p${percent}`,
      value: percentileOf(values, percent),
      unit: 's',
    }));
  return [
    ...latency('post to match', latencies.match),
    ...latency('post to mail', latencies.mail),
    { part, what: 'posts taken', value: count / posted, unit: 'a second' },
    { part, what: 'posts matched', value: count / matched, unit: 'a second' },
    { part, what: 'posts matched and mailed, at the pace of mails', value: count / settled, unit: 'a second' },
    { part, what: 'processor time, DynamoDB Local', value: percentOf(dynamoDb, all), unit: '%' },
    { part, what: 'processor time, Lambdas', value: percentOf(lambdas, all), unit: '%' },
    { part, what: 'processor time, API, queues, streams and mail', value: percentOf(surroundings, all), unit: '%' },
    { part, what: 'processors busy', value: all / matched, unit: `of ${availableParallelism()}` },
  ];
}

const owners = {
  sdk: 'the SDK of AWS',
  zod: 'zod',
  lambda: 'middy and Powertools',
  other: 'other libraries',
  own: 'our own code',
  node: 'functions of Node',
  around: 'the environments that the local zone runs them in',
  garbage: 'collecting garbage',
} as const satisfies Record<Owner, string>;

const profileOf = (shares: ReadonlyMap<Owner, number>): readonly Figure[] =>
  [...shares]
    .toSorted(([, one], [, other]) => other - one)
    .map(([owner, share]) => ({
      part: 'zone, profiled',
      what: `samples of the Lambdas, ${owners[owner]}`,
      value: percentOf(share, 1),
      unit: '%',
    }));
