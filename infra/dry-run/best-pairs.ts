import type { JudgedPair } from './judged-pair.ts';

/** What matches first, what does not last. */
const places = { matched: 0, 'needs-review': 0, 'not-matched': 1 };

/**
 * What matches, or waits for a person, before what does not; then the higher score; equals by the id of the offer, so that
 * the order of a file decides nothing.
 */
function compare(one: JudgedPair, other: JudgedPair): number {
  const place = places[one.verdict.outcome] - places[other.verdict.outcome];
  if (place !== 0) return place;
  if (one.verdict.score !== other.verdict.score) return other.verdict.score - one.verdict.score;
  return one.offerId < other.offerId ? -1 : 1;
}

/** The best pairs of one demand, the best first: never more than `most` are kept. */
export class BestPairs {
  readonly #most: number;
  readonly #kept: JudgedPair[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(pair: JudgedPair): void {
    const last = this.#kept.at(-1);
    if (last && this.#kept.length >= this.#most && compare(pair, last) > 0) return;
    this.#kept.splice(this.#placeOf(pair), 0, pair);
    if (this.#kept.length > this.#most) this.#kept.pop();
  }

  get pairs(): readonly JudgedPair[] {
    return this.#kept;
  }

  #placeOf(pair: JudgedPair): number {
    let [low, high] = [0, this.#kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#kept[middle];
      if (there && compare(there, pair) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
