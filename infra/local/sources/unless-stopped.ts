import { once } from 'node:events';

/** What is waited for. Rejects as soon as the signal says to stop, whatever becomes of it. */
export async function unlessStopped<T>(signal: AbortSignal, awaited: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const done = new AbortController();
  const stopped = once(signal, 'abort', { signal: done.signal }).then((): never => {
    throw signal.reason;
  });
  try {
    return await Promise.race([awaited, stopped]);
  } finally {
    done.abort();
  }
}
