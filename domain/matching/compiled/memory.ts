import type { Said } from './standing.ts';

/** What tables may say of an offer for a purpose, whoever the buyer is. */
export type PairReach = {
  /** The ways of delivery, a bit each, in which the table of purposes may let it pass, and those that the table of classes allows. */
  readonly passing: number;
  readonly tradable: number;
  /** Those in which the table of purposes may at least have it wait for a person. */
  readonly standing: number;
  /** The mildest that the table of classes says. */
  readonly class: Said;
};

/** What was said of an offer of a supplier before. */
export type Memory = {
  readonly flowClass: number;
  readonly cases: Map<number, number>;
  readonly reaches: Map<number, PairReach>;
};
