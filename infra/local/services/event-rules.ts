import * as z from 'zod';
import { LocalFailure } from '../local-failure.ts';
import type { Stack } from '../template/stack.ts';

const RuleProperties = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  // What cannot be put there is parked on AWS; here nothing lies between.
  Targets: z
    .array(z.strictObject({ Id: z.string(), Arn: z.string(), DeadLetterConfig: z.unknown().optional() }))
    .default([]),
});

/** A rule of the default bus: which events it matches, and where they go. */
export type Rule = {
  readonly id: string;
  readonly arn: string;
  readonly targets: readonly string[];
  readonly matches: (event: unknown) => boolean;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts that stand for themselves, however deep: the one form of pattern that the template uses (EventBridge, "Event patterns"). */
function matcherOf(id: string, pattern: unknown): (value: unknown) => boolean {
  if (Array.isArray(pattern)) {
    if (pattern.some((one) => typeof one !== 'string'))
      throw new LocalFailure(`The local zone cannot match by the pattern of ${id}: ${JSON.stringify(pattern)}.`);
    return (value) => [value].flat().some((one) => pattern.includes(one));
  }
  const fields = Object.entries(isObject(pattern) ? pattern : {}).map(
    ([name, inner]) => [name, matcherOf(id, inner)] as const,
  );
  return (value) => isObject(value) && fields.every(([name, matches]) => matches(value[name]));
}

/** The rules of the default bus. The zone's own bus is for whoever listens from outside. */
export function readRules(stack: Stack): readonly Rule[] {
  return stack.ofType('AWS::Events::Rule').flatMap((resource) => {
    const { EventBusName, EventPattern, State, Targets } = resource.read(RuleProperties);
    if (EventBusName !== 'default')
      throw new LocalFailure(
        `${resource.id} is a rule of ${EventBusName}: the local zone has rules of the default bus.`,
      );
    if (State === 'DISABLED') return [];
    return [
      {
        id: resource.id,
        arn: stack.attribute(resource.id, 'Arn'),
        targets: Targets.map(({ Arn }) => Arn),
        matches: matcherOf(resource.id, EventPattern),
      },
    ];
  });
}

/** Names rules, so that others may refer to them. */
export function nameRules(stack: Stack): void {
  for (const { id } of stack.ofType('AWS::Events::Rule')) {
    const name = stack.physicalName(id);
    stack.know(id, name, { Arn: stack.arn('events', `rule/${name}`) });
  }
}
