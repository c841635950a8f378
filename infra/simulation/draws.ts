import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Numbers from 0 to below 1, the same for the same seed; by a generator of which the first, too, are unlike those of the next seed. */
export function makeDraws(seed: number): () => number {
  const generator = mersenne(seed);
  return () => uniformFloat64(generator);
}

/** How many come where so many are expected: by Poisson's law, and by the normal one where that is the same. */
export function manyOf(expected: number, draw: () => number): number {
  if (expected > 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal));
  }
  const least = Math.exp(-expected);
  let many = 0;
  for (let product = draw(); product > least; product *= draw()) many++;
  return many;
}

/** The same things in an order of their own. */
export function shuffled<T>(things: readonly T[], draw: () => number): readonly T[] {
  return things
    .map((thing) => ({ thing, place: draw() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
