import type { Reading } from './index-state.ts';
import { limits } from './limits.ts';
import { candidatesOf, type Division, type Kind, kinds, otherKind } from './market.ts';
import type { Setup } from './setup.ts';

/** What judging one listing takes: as a whole, or what of it does not fit in one run. */
export type Work = {
  readonly kind: Kind;
  readonly place: number;
  /** How long an environment is busy with it. */
  readonly ms: number;
  /** Read units by partition of the index. */
  readonly index: readonly { readonly partition: number; readonly units: number }[];
  /** Read units of the index altogether, with the queries that find nothing. */
  readonly indexReads: number;
  /** Read units for listings and parties of pairs that are read in full. */
  readonly pairReads: number;
  readonly recordReads: number;
  readonly recordWrites: number;
  /** Matches that are found. */
  readonly open: number;
};

export type Works = { readonly whole: Work; readonly rest: Work | undefined };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How many pairs of a listing match or need a person. */
function openPairsOf({ market, open, figures }: Setup, kind: Kind, division: Division): number {
  const candidates = candidatesOf(market, kind, division, figures);
  return 'share' in open ? open.share * candidates : Math.min(open.pairs, candidates);
}

/** What judging a listing of a kind under a division takes, as the index is. */
export function worksOf(setup: Setup, readings: readonly Reading[], batch: number, kind: Kind, place: number): Works {
  const { market, figures, matcherMiB, pairsAtOnce, shards } = setup;
  const division = market.divisions[place];
  if (division === undefined) throw new RangeError(`no division ${place}`);
  const offset = kinds.indexOf(otherKind(kind)) * market.divisions.length;
  const index = division.related.map((related) => ({
    partition: offset + related,
    reading: readings[offset + related],
  }));
  const read = index.flatMap(({ reading }) => reading ?? []);
  const candidates = sum(read.map(({ rows }) => rows));
  const processor = Math.max(1, limits.processorMiB / matcherMiB);
  const judging = (looks: number): number => (looks * candidates * figures.warmMicros) / 1000;
  const ready = sum(read.map(({ rows, anew }) => rows * anew)) * (figures.coldMicros / 1000);
  const pages = sum(read.map(({ pages: own }) => own));
  const waiting =
    figures.looks * 2 * figures.roundMs +
    Math.max(...read.map(({ pages: own }) => own), pages / figures.pagesAtOnce) * figures.pageMs;
  const open = openPairsOf(setup, kind, division);
  const near = Math.min(figures.mostNear, figures.nearShare * candidates);
  const firstOpen = Math.min(open, pairsAtOnce);
  const pairsMs = (pairs: number): number => pairs * (figures.looks * figures.pairMs * processor + figures.recordMs);
  const ofPairs = (pairs: number) => ({
    pairReads: pairs * figures.pairReads * figures.looks,
    recordReads: pairs * figures.recordReads,
    recordWrites: pairs * figures.recordWrites,
  });
  const whole = {
    kind,
    place,
    ms: (figures.lookMs + judging(figures.looks) + ready) * processor + waiting / batch + pairsMs(firstOpen + near),
    index: index.map(({ partition, reading }) => ({ partition, units: reading?.units ?? 0 })),
    indexReads: sum(read.map(({ units }) => units)) + division.empty * shards * figures.looks,
    ...ofPairs(firstOpen + near),
    open: firstOpen,
  };
  const left = open - firstOpen;
  if (left <= 0) return { whole, rest: undefined };
  const parts = Math.ceil(left / pairsAtOnce);
  const rest = {
    ...whole,
    ms: parts * (figures.lookMs + judging(figures.looks)) * processor + pairsMs(left),
    index: [],
    indexReads: parts * (division.related.length + division.empty) * shards * figures.looks,
    ...ofPairs(left),
    open: left,
  };
  return { whole, rest };
}
