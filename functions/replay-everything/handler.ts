import { ReplayRequestedV1 } from '../../events/replay-requested.v1.ts';
import { queueLambda } from '../_runtime/queue-lambda.ts';
import { makeDeps } from './deps.ts';
import { replayEverything } from './replay-everything.ts';

const deps = makeDeps();

export const handler = queueLambda({
  logger: deps.logger,
  schema: ReplayRequestedV1,
  park: deps.park,
  handle: replayEverything(deps),
});
