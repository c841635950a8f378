import { Cron } from 'croner';
import { z } from 'zod';
import type { InvocationResult } from '../lambda/environment.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Stoppable } from '../stoppable.ts';
import type { Resource, Stack } from '../template/stack.ts';
import { parseExpression, type When } from './expression.ts';

const ScheduleProperties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.looseObject({ Arn: z.string(), Input: z.string().optional() }),
});

/** A schedule that can also be run at once. */
export type LocalSchedule = { readonly id: string; readonly expression: string; run(): Promise<InvocationResult> };

type Timer = { stop(): void };

function startTimer(when: When, timezone: string, run: () => void): Timer {
  if ('pattern' in when) return new Cron(when.pattern, { timezone }, run);
  const timer = setInterval(run, when.everyMs);
  return { stop: () => clearInterval(timer) };
}

/** The zone's schedules. */
export class Schedules implements Stoppable {
  readonly all: readonly LocalSchedule[];
  private readonly timers: Timer[] = [];

  constructor(stack: Stack, functions: readonly LocalFunction[]) {
    this.all = stack.ofType('AWS::Scheduler::Schedule').map((resource) => this.start(resource, functions));
  }

  async stop(): Promise<void> {
    for (const timer of this.timers.splice(0)) timer.stop();
  }

  private start(resource: Resource, functions: readonly LocalFunction[]): LocalSchedule {
    const properties = ScheduleProperties.parse(resource.properties());
    const { ScheduleExpression, ScheduleExpressionTimezone, State, Target } = properties;
    const target = functions.find(({ arn }) => arn === Target.Arn);
    if (!target) throw new LocalFailure(`The schedule ${resource.id} has a target that is no Lambda of the template.`);
    const run = () => target.invoke(Target.Input === undefined ? {} : JSON.parse(Target.Input));
    const when = parseExpression(ScheduleExpression);
    if (State === 'ENABLED') this.timers.push(startTimer(when, ScheduleExpressionTimezone, () => void run()));
    return { id: resource.id, expression: ScheduleExpression, run };
  }
}
