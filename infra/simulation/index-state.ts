import type { Figures } from './figures.ts';
import { type Kind, kinds, otherKind, rowsUnder, shareOf } from './market.ts';
import { coldPages, coldUnits, journalUnits, type Partition } from './partition-reads.ts';
import type { Setup } from './setup.ts';
import { anewShare, keptShares, sharedReading } from './warmth.ts';

/** How the matcher is doing: so many posts judged in a second, by so many environments, of which each takes so many at once. */
export type Pace = { readonly postsASecond: number; readonly environments: number; readonly batch: number };

/** What one post costs of a partition that it reads, as things are. */
export type Reading = {
  readonly kind: Kind;
  readonly place: number;
  readonly rows: number;
  /** Read units of all looks. */
  readonly units: number;
  /** How much of its rows is read and made ready anew. */
  readonly anew: number;
  readonly pages: number;
};

/** Share of posts that read a partition of a kind: those of the other kind under a related division. */
const visitsOf = ({ market }: Setup, kind: Kind, place: number): number =>
  shareOf(market, otherKind(kind)) *
  market.divisions.reduce((sum, { share, related }) => (related.includes(place) ? sum + share : sum), 0);

/** Share of posts that write in a partition. */
const writersOf = ({ market, figures }: Setup, kind: Kind, place: number): number =>
  shareOf(market, kind) * (market.divisions[place]?.share ?? 0) * (kind === 'demand' ? figures.domainsADemand : 1);

type Known = Omit<Partition, 'writesASecond'> & {
  readonly place: number;
  readonly visits: number;
  readonly writers: number;
  readonly kept: number;
};

function readingOf(known: Known, pace: Pace, figures: Figures): Reading {
  const { kind, place, rows, visits, kept } = known;
  const partition = { ...known, writesASecond: pace.postsASecond * known.writers };
  const readingsASecond = (pace.postsASecond * visits) / Math.max(1, pace.environments);
  const cold = 1 - kept * (1 - anewShare(readingsASecond, figures));
  const since = Math.min(figures.readAnewSeconds, readingsASecond > 0 ? 1 / readingsASecond : Number.POSITIVE_INFINITY);
  const shared = sharedReading(visits, pace.batch);
  const first = cold * coldUnits(partition, figures) + (1 - cold) * journalUnits(partition, since, figures);
  // Whatever is kept from one look to the next: what is too large for that is read anew.
  const again = kept > 0 ? journalUnits(partition, 0, figures) : coldUnits(partition, figures);
  const looksAgain = figures.looks - 1;
  return {
    kind,
    place,
    rows,
    units: shared * (first + looksAgain * again),
    anew: shared * (cold + (kept > 0 ? 0 : looksAgain)),
    pages: cold * coldPages(partition, figures) * (1 + (kept > 0 ? 0 : looksAgain)),
  };
}

/** The index of a market: each partition by its kind and the place of its division, and how likely a matcher has kept it. */
export class Index {
  private readonly figures: Figures;
  private readonly partitions: readonly Known[];

  constructor(setup: Setup) {
    const { market, figures, shards } = setup;
    const all = kinds.flatMap((kind) =>
      market.divisions.map((division, place) => ({
        kind,
        place,
        shards,
        rows: rowsUnder(market, kind, division, figures),
        visits: visitsOf(setup, kind, place),
        writers: writersOf(setup, kind, place),
      })),
    );
    const kept = keptShares(all, figures.keptRows);
    this.figures = figures;
    this.partitions = all.map((partition, index) => ({ ...partition, kept: kept[index] ?? 0 }));
  }

  /** What each partition costs whoever reads it at this pace, offers' before demands'. */
  readings(pace: Pace): readonly Reading[] {
    return this.partitions.map((partition) => readingOf(partition, pace, this.figures));
  }
}
