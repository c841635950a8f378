import { z } from 'zod';
import type { FaultPlan } from '../faults/plan.ts';

const Counts = z.record(z.string(), z.number());
const Figures = z.object({ calls: Counts, faults: Counts, faultsByLambda: Counts });
export type FaultFigures = z.infer<typeof Figures>;

/** Has a zone's calls go wrong by a plan, does something, lets them go well again, and answers what went wrong. */
export async function withFaults(
  control: string,
  plan: Partial<FaultPlan>,
  work: () => Promise<void>,
): Promise<FaultFigures> {
  const address = new URL('/faults', control);
  const planned = await fetch(address, { method: 'PUT', body: JSON.stringify(plan) });
  if (!planned.ok) throw new Error(`the plan of faults was answered with ${planned.status}: ${await planned.text()}`);
  try {
    await work();
  } finally {
    await fetch(address, { method: 'DELETE' });
  }
  return Figures.parse(await (await fetch(address)).json());
}

const Redriven = z.object({
  queues: z.array(z.object({ queue: z.string(), putBack: z.number(), left: z.number() })),
});

/** Has what dead-letter queues hold put back; answers what became of it, by queue. */
export async function putBackParked(control: string): Promise<z.infer<typeof Redriven>['queues']> {
  const answer = await fetch(new URL('/redrive', control), { method: 'POST' });
  return Redriven.parse(await answer.json()).queues;
}
