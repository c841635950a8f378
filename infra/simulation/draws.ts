/** Numbers from 0 to below 1, the same for the same seed (mulberry32, in the public domain). */
export function makeDraws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
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
