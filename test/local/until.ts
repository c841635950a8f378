import { setTimeout } from 'node:timers/promises';

/** Looks again and again, at most ten seconds, until something is there, and answers it. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited ten seconds in vain: ${what}`);
    await setTimeout(20);
  }
}
