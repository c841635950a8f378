import { criteria } from '../criteria.ts';
import type { CriterionId } from '../judgement.ts';
import { weightOf } from '../match.ts';
import { mendable } from '../remedies.ts';
import { ScoredCriterion, type Weights } from '../weights.ts';

/** What a gate says, as a number; `unknown` where it takes a party, or columns, that are not at hand. */
export const said = { pass: 0, review: 1, fail: 2, unknown: 3 } as const;
export type Said = (typeof said)[keyof typeof said];

/** Where each criterion stands in the list. */
export const placeOf = Object.fromEntries(criteria.map(({ id }, place) => [id, place])) as Readonly<
  Record<CriterionId, number>
>;

const isMendable = criteria.map(({ id }) => mendable.has(id));

/** The most points that a criterion can give. */
export const full = 100;

/**
 * What every criterion says of a pair, in the order of the list, in numbers: it is filled anew for each pair, so that a
 * million of them take no memory. Where a criterion is `unknown`, its points are the most that it can give.
 */
export class Standing {
  readonly said = new Uint8Array(criteria.length);
  readonly points = new Uint8Array(criteria.length);

  note(place: number, outcome: Said, points = 0): void {
    this.said[place] = outcome;
    this.points[place] = points;
  }

  /** Whether a gate forbids the pair, whatever is not known yet. */
  get isForbidden(): boolean {
    return this.said.includes(said.fail);
  }

  /** Whether no change of tags or level lets the pair match, by what is known. */
  get isBeyondRemedy(): boolean {
    return this.said.some((one, place) => (one === said.fail || one === said.review) && isMendable[place] !== true);
  }

  get needsReview(): boolean {
    return this.said.includes(said.review);
  }
}

/** Weighs standings as verdicts are weighed: the same sums in the same order. */
export class Scale {
  private readonly places: readonly number[];
  private readonly weights: readonly number[];
  private readonly total: number;
  /** How much each criterion counts. */
  readonly weight: Weights;

  constructor(weights: Weights) {
    const counted = criteria.filter(({ id }) => ScoredCriterion.safeParse(id).success);
    this.places = counted.map(({ id }) => placeOf[id]);
    this.weights = counted.map((criterion) => weightOf(criterion, weights));
    this.weight = weights;
    this.total = this.weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** What the weighted points of all criteria together come to. */
  scoreOfSum(sum: number): number {
    return Math.round(sum / this.total);
  }

  /** 0..100 in whole points: the score, or the highest that it can be where something is unknown. */
  scoreOf({ points }: Standing): number {
    let sum = 0;
    for (let index = 0; index < this.places.length; index++) {
      sum += (this.weights[index] ?? 0) * (points[this.places[index] ?? 0] ?? 0);
    }
    return this.scoreOfSum(sum);
  }
}
