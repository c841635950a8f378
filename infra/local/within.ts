import { setTimeout } from 'node:timers/promises';

/** What is waited for, or undefined where it takes longer than so many milliseconds. */
export async function within<T>(ms: number, awaited: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  try {
    return await Promise.race([awaited, setTimeout(ms, undefined, { signal: timer.signal, ref: false })]);
  } finally {
    timer.abort();
  }
}
