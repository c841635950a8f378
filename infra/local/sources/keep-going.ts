import { setTimeout } from 'node:timers/promises';

/** How long a poller waits before it asks again what did not answer. */
const pauseMs = 200;

type Loop = {
  readonly what: string;
  readonly signal: AbortSignal;
  readonly step: () => Promise<void>;
  /** What is undone before the next step. */
  readonly onFailure?: () => void;
  readonly tell: (sentence: string) => void;
};

/** Does one step after another until it is stopped. A service that is gone is told of once, and asked again until it is back. */
export async function keepGoing({ what, signal, step, onFailure, tell }: Loop): Promise<void> {
  let isDown = false;
  while (!signal.aborted) {
    try {
      await step();
      if (isDown) tell(`${what} goes on.`);
      isDown = false;
    } catch (error) {
      if (signal.aborted) return;
      onFailure?.();
      if (!isDown) tell(`${what} waits for a service: ${error instanceof Error ? error.message || error.name : error}`);
      isDown = true;
      await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
