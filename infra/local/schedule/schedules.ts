import * as z from 'zod';
import type { InvocationResult } from '../lambda/environment.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Stoppable } from '../stoppable.ts';
import type { Resource, Stack } from '../template/stack.ts';
import { parseExpression, type When } from './expression.ts';
import { startTimer, type Timer } from './timer.ts';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const Input = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is no JSON');
    return z.NEVER;
  }
});

const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().refine(isTimeZone, 'is no time zone').default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.looseObject({ Arn: z.string(), Input: Input.default({}) }),
});

/** A schedule that can also be run at once. */
export type LocalSchedule = { readonly id: string; readonly expression: string; run(): Promise<InvocationResult> };

export type Timed = LocalSchedule & { readonly when: When; readonly timezone: string; readonly isEnabled: boolean };

function readSchedule(resource: Resource, functions: readonly LocalFunction[]): Timed {
  const { ScheduleExpression, ScheduleExpressionTimezone, State, Target } = resource.read(ScheduleProperties);
  const target = functions.find((one) => one.isNamed(Target.Arn));
  if (!target) throw new LocalFailure(`The schedule ${resource.id} has a target that is no Lambda of the template.`);
  return {
    id: resource.id,
    expression: ScheduleExpression,
    run: () => target.invoke(Target.Input),
    when: parseExpression(ScheduleExpression),
    timezone: ScheduleExpressionTimezone,
    isEnabled: State === 'ENABLED',
  };
}

/** The zone's schedules, and what else of it runs at its times. */
export class Schedules implements Stoppable {
  readonly all: readonly LocalSchedule[];
  private readonly timers: readonly Timer[];

  constructor(stack: Stack, functions: readonly LocalFunction[], others: readonly Timed[] = []) {
    // Every one is read before the first runs: one that cannot be read leaves none behind.
    const own = stack.ofType('AWS::Scheduler::Schedule').map((resource) => readSchedule(resource, functions));
    const schedules = [...own, ...others];
    this.all = schedules;
    this.timers = schedules
      .filter(({ isEnabled }) => isEnabled)
      .map(({ when, timezone, run }) => startTimer(when, timezone, () => void run()));
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) timer.stop();
  }
}
