import { queueLambda } from '../_runtime/queue-lambda.ts';
import { makeDeps } from './deps.ts';
import { recordBounces } from './record-bounces.ts';
import { SesEvent } from './ses-event.ts';

const deps = makeDeps();

export const handler = queueLambda({
  logger: deps.logger,
  schema: SesEvent,
  park: deps.park,
  handle: recordBounces(deps),
});
