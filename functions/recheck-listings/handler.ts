import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { recheckListings } from './recheck-listings.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, recheckListings(deps));
