import { createServer } from 'node:http';
import { listenLocally } from '../../infra/local/listen.ts';
import type { Stoppable } from '../../infra/local/stoppable.ts';
import { until } from './until.ts';

/** A door that Lambdas wait at (`await fetch(url)`) until a test opens it: so that a test knows what is going on when. */
export type Gate = Stoppable & {
  readonly url: string;
  /** Waits until so many stand before the door. */
  waiting(count: number): Promise<unknown>;
  /** Lets in all who wait now. */
  open(): void;
};

export async function startGate(): Promise<Gate> {
  const held: (() => void)[] = [];
  const server = createServer((_, response) => held.push(() => response.end()));
  const { address, stop } = await listenLocally(server, 0);
  return {
    url: address,
    waiting: (count) => until(`${count} at the gate`, () => held.length >= count),
    open() {
      for (const letIn of held.splice(0)) letIn();
    },
    stop,
  };
}
