import { queueLambda } from '../_runtime/queue-lambda.ts';
import { makeDeps } from './deps.ts';
import { Due, sendWeeklyMail } from './send-weekly-mail.ts';

const deps = makeDeps();

export const handler = queueLambda({
  logger: deps.logger,
  schema: Due,
  park: deps.park,
  putOff: deps.putOff,
  handle: sendWeeklyMail(deps),
});
