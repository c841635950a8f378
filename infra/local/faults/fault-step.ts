import type { Caller } from '../door/caller.ts';
import type { Answer, Call, Next, Step } from '../door/door.ts';
import { halved, late, possibleFaults } from './bodies.ts';
import type { Faults } from './faults.ts';
import type { FaultKind } from './plan.ts';

type Parts = {
  readonly faults: Faults;
  /** Ends an environment of a Lambda at once, whatever it is doing. */
  readonly kill: (caller: Caller) => Promise<void>;
};

const errorAnswer = (status: number, __type: string): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify({ __type, message: 'made to fail' })),
});

/** Lets calls of Lambdas go wrong as planned; what others call passes. */
export function makeFaultStep({ faults, kill }: Parts): Step {
  async function goWrong(
    fault: FaultKind,
    caller: Caller,
    { operation, body }: Call,
    next: Next,
  ): Promise<Answer | undefined> {
    const parsed = (): unknown => JSON.parse(Buffer.from(body).toString());
    const written = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    switch (fault) {
      case 'throttled':
        return errorAnswer(400, 'ThrottlingException');
      case 'failed':
        return errorAnswer(500, 'InternalServerError');
      case 'answer-lost':
        await next(body);
        return undefined;
      case 'died-before':
        await kill(caller);
        return undefined;
      case 'died-after':
        await next(body);
        await kill(caller);
        return undefined;
      case 'twice':
        await next(body);
        return next(body);
      case 'late':
        return next(written(late(operation, parsed())));
      case 'half-done': {
        const { first, complete } = halved(parsed());
        const answer = await next(written(first));
        if (answer?.status !== 200) return answer;
        return { ...answer, body: Buffer.from(JSON.stringify(complete(JSON.parse(answer.body.toString())))) };
      }
    }
  }

  return async (call, next) => {
    const { caller, operation, body } = call;
    const fault = caller && faults.next(caller.lambda, possibleFaults(operation));
    return fault ? goWrong(fault, caller, call, next) : next(body);
  };
}
