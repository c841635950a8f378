import { Index, type Pace } from './index-state.ts';
import { candidatesOf } from './market.ts';
import { meanOf, postClasses, worksAt } from './post-classes.ts';
import type { Setup } from './setup.ts';

/** What judging a post of the mean takes: milliseconds of the matcher, and units of DynamoDB. */
export type PostCost = Readonly<Record<'ms' | 'indexReads' | 'pairReads' | 'recordWrites', number>>;

export type PostCosts = {
  readonly candidates: number;
  /** Where the matcher keeps nothing of the index from one post to the next, and where it keeps all of it, and reads it anew every half hour. */
  readonly cold: PostCost;
  readonly warm: PostCost;
};

/** What a post takes alone, by one environment, one after the other; with all its parts. */
export function postCosts(setup: Setup): PostCosts {
  const classes = postClasses(setup);
  const pace: Pace = { postsASecond: setup.postsPerSecond, environments: 1, batch: 1 };
  const costWith = (keptRows: number): PostCost => {
    const one = { ...setup, figures: { ...setup.figures, keptRows } };
    const works = worksAt(one, new Index(one), pace);
    const mean = (of: 'ms' | 'indexReads' | 'pairReads' | 'recordReads' | 'recordWrites'): number =>
      meanOf(classes, (at) => (works[at]?.whole[of] ?? 0) + (works[at]?.rest?.[of] ?? 0));
    return {
      ms: mean('ms'),
      indexReads: mean('indexReads'),
      pairReads: mean('pairReads') + mean('recordReads'),
      recordWrites: mean('recordWrites'),
    };
  };
  const { market, figures } = setup;
  const candidates = classes.reduce((sum, { kind, place, share }) => {
    const division = market.divisions[place];
    return division ? sum + share * candidatesOf(market, kind, division, figures) : sum;
  }, 0);
  return { candidates, cold: costWith(0), warm: costWith(Number.MAX_SAFE_INTEGER) };
}
