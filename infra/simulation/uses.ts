import type { HourLine } from './hours.ts';
import { limits } from './limits.ts';
import type { PostClass } from './post-classes.ts';
import type { Uses } from './resources.ts';
import type { Setup } from './setup.ts';
import { quotaOf, type TableUse, takenBy } from './tables.ts';
import type { Works } from './work.ts';

/** What comes in a second: of each class of posts, and how many of these are judged at once. */
export type Coming = { readonly many: number; readonly prompt: number };

/** What is asked for of the index, by partition: read units, and write units, in a second. */
export type Heat = { readonly reads: readonly number[]; readonly writes: readonly number[] };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How hot each partition of the index is, where all that comes is judged as it comes. */
export function heatOf(
  setup: Setup,
  classes: readonly PostClass[],
  works: readonly Works[],
  coming: readonly Coming[],
): Heat {
  const reads = classes.map(() => 0);
  for (const [at, { whole }] of works.entries()) {
    const many = coming[at]?.many ?? 0;
    for (const { partition, units } of whole.index) reads[partition] = (reads[partition] ?? 0) + many * units;
  }
  const rowsOf = ({ kind }: PostClass): number => (kind === 'demand' ? setup.figures.domainsADemand : 1);
  const writes = classes.map((one, at) => (coming[at]?.many ?? 0) * rowsOf(one) * setup.figures.partitionWrites);
  return { reads, writes };
}

const heatOfOne = ({ reads, writes }: HourLine['hottest']): number => Math.max(reads, writes);

/** The partition that is asked for the most of what it may give. */
export function hottestOf({ shards, market }: Setup, classes: readonly PostClass[], heat: Heat): HourLine['hottest'] {
  const shares = classes.map(({ kind, place }, at) => ({
    name: `${kind} ${market.divisions[place]?.code ?? ''}`,
    reads: (heat.reads[at] ?? 0) / (limits.partitionReads * shards),
    writes: (heat.writes[at] ?? 0) / (limits.partitionWrites * shards),
  }));
  return shares.reduce((hot, one) => (heatOfOne(one) > heatOfOne(hot) ? one : hot));
}

/** How much of everything is asked for, as a share of what there is. */
export function usesOf(
  setup: Setup,
  works: readonly Works[],
  coming: readonly Coming[],
  heat: Heat,
  mailsAsked: number,
): Uses {
  const { figures, matcherRuns, requestsASecond, mailsAMinute, shards } = setup;
  const over = (of: (works: Works, coming: Coming) => number): number =>
    sum(works.map((one, at) => of(one, coming[at] ?? { many: 0, prompt: 0 })));
  const ofTable = (use: TableUse): number => over((one, { many }) => many * takenBy(one, use)) / quotaOf(use);
  const posts = over((_, { many }) => many);
  const prompt = over(({ whole }, { many, prompt: share }) => Math.min(many, share) * whole.ms) / 1000;
  const overflow =
    over(({ whole, rest }, { many, prompt: share }) => Math.max(0, many - share) * whole.ms + many * (rest?.ms ?? 0)) /
    1000;
  const others = (posts * (figures.apiMs + figures.relaysAPost * figures.relayMs)) / 1000;
  const judging = Math.min(prompt, matcherRuns.prompt) + Math.min(overflow, matcherRuns.overflow);
  return {
    partitionReads: Math.max(0, ...heat.reads) / (limits.partitionReads * shards),
    partitionWrites: Math.max(0, ...heat.writes) / (limits.partitionWrites * shards),
    indexReads: ofTable('indexReads'),
    pairReads: ofTable('pairReads'),
    recordReads: ofTable('recordReads'),
    recordWrites: ofTable('recordWrites'),
    promptRuns: prompt / matcherRuns.prompt,
    overflowRuns: overflow / matcherRuns.overflow,
    lambdaRuns: (judging + others) / limits.lambdaRuns,
    requests: posts / requestsASecond,
    mails: (mailsAsked * 60) / mailsAMinute,
  };
}
