import * as z from 'zod';
import type { Outage } from '../faults/outages.ts';
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
    // Where the zone is gone, what the work says of it is what matters.
    await fetch(address, { method: 'DELETE' }).catch(() => undefined);
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

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), sum: z.number() })) });

/** The sum of a zone's metric since the zone was started. */
export async function sumOfMetric(control: string, name: string): Promise<number> {
  const { metrics } = Metrics.parse(await (await fetch(new URL('/metrics', control))).json());
  return metrics.reduce((sum, metric) => (metric.name === name ? sum + metric.sum : sum), 0);
}

const Schedules = z.object({ schedules: z.array(z.object({ id: z.string() })) });

/** Runs a schedule of the zone at once, by the name of its construct, and answers what its Lambda answered. */
export async function runSchedule(control: string, construct: string): Promise<unknown> {
  const { schedules } = Schedules.parse(await (await fetch(new URL('/schedules', control))).json());
  const schedule = schedules.find(({ id }) => id.includes(construct));
  if (!schedule) throw new Error(`the zone has no schedule ${construct}`);
  const answer = await fetch(new URL(`/schedules/${schedule.id}`, control), { method: 'POST' });
  if (!answer.ok) throw new Error(`${schedule.id} failed: ${await answer.text()}`);
  return answer.json();
}

/** Waits until everything that the zone has to do is done. */
async function settle(control: string): Promise<void> {
  const answer = await fetch(new URL('/idle?timeout=3600', control));
  if (!answer.ok) throw new Error(`the zone is still busy: ${await answer.text()}`);
}

const Reconciled = z.object({ payload: z.object({ demands: z.int() }) });

/** Has the record compared with the judge and mended, and waits for it: how many demands were judged, how many records differed. */
export async function reconcile(control: string): Promise<{ readonly demands: number; readonly differences: number }> {
  await settle(control);
  const before = await sumOfMetric(control, 'RecordDifferences');
  const { payload } = Reconciled.parse(await runSchedule(control, 'Reconciliation'));
  await settle(control);
  return { demands: payload.demands, differences: (await sumOfMetric(control, 'RecordDifferences')) - before };
}

const Clock = z.object({ now: z.iso.datetime() });

/** The time of a zone. */
export async function zoneTime(control: string): Promise<Date> {
  return new Date(Clock.parse(await (await fetch(new URL('/clock', control))).json()).now);
}

/** Has a zone's clock go ahead. */
export async function stepClock(control: string, seconds: number): Promise<void> {
  const answer = await fetch(new URL('/clock', control), { method: 'POST', body: JSON.stringify({ seconds }) });
  if (!answer.ok) throw new Error(`the step of the clock was answered with ${answer.status}: ${await answer.text()}`);
}

/** Has a service of a zone be gone for a while. */
export async function beginOutage(control: string, outage: Outage): Promise<void> {
  const answer = await fetch(new URL('/outages', control), { method: 'POST', body: JSON.stringify(outage) });
  if (answer.status !== 202) throw new Error(`the outage was answered with ${answer.status}: ${await answer.text()}`);
}

const OutageCounts = z.object({ outages: Counts });

/** How many outages a zone had, by kind; none where it can have none. */
export async function outagesOf(control: string): Promise<Readonly<Record<string, number>>> {
  const answer = await fetch(new URL('/outages', control));
  return answer.ok ? OutageCounts.parse(await answer.json()).outages : {};
}

const Idleness = z.object({ busy: z.array(z.string()) });

/** What keeps the zone busy at this moment, by name: requests, streams, queues. */
export async function busyWith(control: string): Promise<readonly string[]> {
  const answer = await fetch(new URL('/idle?timeout=0', control));
  return Idleness.parse(await answer.json()).busy;
}
