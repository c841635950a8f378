import { queueGroupLambda } from '../_runtime/queue-group-lambda.ts';
import { makeDeps } from './deps.ts';
import { Notice } from './notice.ts';
import { longestGroupMs, notifyMatch, postponeNotices } from './notify-match.ts';

const deps = makeDeps();

export const handler = queueGroupLambda({
  logger: deps.logger,
  schema: Notice,
  park: deps.park,
  putOff: deps.putOff,
  groupBy: ({ data }) => data.demandId,
  handle: notifyMatch(deps),
  postpone: { reserveMs: longestGroupMs, send: postponeNotices(deps) },
});
