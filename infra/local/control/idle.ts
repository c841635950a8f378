import { setTimeout } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import type { EventSource } from '../sources/source.ts';
import type { Queues } from '../sqs/queues.ts';

export type Idleness = { readonly idle: boolean; readonly busy: readonly string[] };

type Parts = { readonly activity: Activity; readonly queues: Queues; readonly sources: readonly EventSource[] };

const pauseBetweenTries = 20;

async function fullQueues(queues: Queues): Promise<readonly string[]> {
  const busy: string[] = [];
  for (const queue of queues.all.filter((candidate) => !queues.isDeadLetters(candidate))) {
    const { visible, inFlight, delayed } = await queues.depth(queue);
    if (visible + inFlight + delayed > 0) busy.push(`queue ${queue.id}`);
  }
  return busy;
}

/**
 * What keeps the zone from being idle; empty only where a look at everything, begun after the last thing that was done,
 * found nothing, and nothing was begun while it looked.
 */
async function busyNow({ activity, queues, sources }: Parts): Promise<readonly string[]> {
  const before = activity.count;
  if (activity.now.length > 0) return activity.now;
  const drained = await Promise.all(sources.map((source) => source.isDrained()));
  if (drained.includes(false)) return ['streams'];
  const full = await fullQueues(queues);
  if (full.length > 0) return full;
  if (activity.now.length > 0) return activity.now;
  return activity.count === before ? [] : ['something new'];
}

/** Waits until everything is drained, at most so many seconds. Dead letters do not count: they stay until someone acts. */
export async function waitForIdle(parts: Parts, timeoutSeconds: number): Promise<Idleness> {
  const end = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    const busy = await busyNow(parts);
    if (busy.length === 0) return { idle: true, busy: [] };
    if (Date.now() >= end) return { idle: false, busy };
    await setTimeout(pauseBetweenTries);
  }
}
