import { z } from 'zod';
import type { FaultPlan } from '../local/faults/plan.ts';

const Counts = z.record(z.string(), z.number());
const Figures = z.object({ calls: Counts, faults: Counts, faultsByLambda: Counts });
export type FaultFigures = z.infer<typeof Figures>;

/** Has a zone's calls go wrong by a plan, does something, lets them go well again, and answers what went wrong. */
export async function withFaults(
  control: string,
  plan: Partial<FaultPlan>,
  work: () => Promise<void>,
): Promise<FaultFigures> {
  const address = `${control}/faults`;
  const planned = await fetch(address, { method: 'PUT', body: JSON.stringify(plan) });
  if (!planned.ok) throw new Error(`the plan of faults was answered with ${planned.status}: ${await planned.text()}`);
  try {
    await work();
  } finally {
    await fetch(address, { method: 'DELETE' });
  }
  return Figures.parse(await (await fetch(address)).json());
}

const Redriven = z.object({ queues: z.array(z.object({ putBack: z.number() })) });

/** Puts back what went to dead-letter queues; answers how many messages that were. */
export async function putBackParked(control: string): Promise<number> {
  const { queues } = Redriven.parse(await (await fetch(`${control}/redrive`, { method: 'POST' })).json());
  return queues.reduce((sum, { putBack }) => sum + putBack, 0);
}
