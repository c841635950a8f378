import type { Burst } from './day.ts';
import type { Figures } from './figures.ts';
import type { Market } from './market.ts';

/** A zone as it is simulated: how large and how busy, what its record says, and what is known of the machine. */
export type Setup = {
  readonly market: Market;
  /** Posts a second, as the mean of the day. */
  readonly postsPerSecond: number;
  readonly burst: Burst;
  readonly seed: number;
  /** Of the pairs of a listing, how many match or need a person: so many, or this share of its candidates. */
  readonly open: { readonly pairs: number } | { readonly share: number };
  /** Over how many partitions of DynamoDB each domain of the index is spread. */
  readonly shards: number;
  readonly matcherRuns: { readonly prompt: number; readonly overflow: number };
  readonly matcherMiB: number;
  readonly pairsAtOnce: number;
  readonly promptListingsAMinute: number;
  readonly requestsASecond: number;
  readonly mailsAMinute: number;
  readonly instantMailsADay: number;
  readonly figures: Figures;
};
