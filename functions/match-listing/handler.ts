import { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { queueLambda } from '../_runtime/queue-lambda.ts';
import { makeDeps } from './deps.ts';
import { matchListing } from './match-listing.ts';

const deps = makeDeps();

export const handler = queueLambda({
  logger: deps.logger,
  schema: MatchRequestedV1,
  park: deps.park,
  handle: matchListing(deps),
});
