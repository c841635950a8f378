import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { InvocationResult } from '../lambda/environment.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Secrets } from '../services/secrets.ts';
import type { Resource, Stack } from '../template/stack.ts';
import type { Timed } from './schedules.ts';

const RotationProperties = z.object({
  SecretId: z.string(),
  RotationLambdaARN: z.string(),
  RotationRules: z.object({ AutomaticallyAfterDays: z.coerce.number().int().min(1) }),
});

/** The steps in which Secrets Manager has a secret rotated ("Lambda rotation functions", AWS Secrets Manager user guide). */
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

const dayMs = 86_400_000;

function readRotation(resource: Resource, functions: readonly LocalFunction[], secrets: Secrets): Timed {
  const { SecretId, RotationLambdaARN, RotationRules } = resource.read(RotationProperties);
  const { AutomaticallyAfterDays: days } = RotationRules;
  const lambda = functions.find((one) => one.isNamed(RotationLambdaARN));
  if (!lambda) throw new LocalFailure(`The rotation ${resource.id} has a target that is no Lambda of the template.`);

  async function run(target: LocalFunction): Promise<InvocationResult> {
    const ClientRequestToken = randomUUID();
    secrets.stageForRotation(SecretId, ClientRequestToken);
    for (const Step of steps) {
      const result = await target.invoke({ SecretId, ClientRequestToken, Step });
      if ('error' in result) return result;
    }
    return { payload: { rotated: SecretId } };
  }

  return {
    id: resource.id,
    expression: `rate(${days} ${days === 1 ? 'day' : 'days'})`,
    run: () => run(lambda),
    when: { everyMs: days * dayMs },
    timezone: 'UTC',
    isEnabled: true,
  };
}

/** Every rotation of a secret that the template asks for, to run at its times or at once. */
export const readRotations = (stack: Stack, functions: readonly LocalFunction[], secrets: Secrets): readonly Timed[] =>
  stack.ofType('AWS::SecretsManager::RotationSchedule').map((resource) => readRotation(resource, functions, secrets));
