import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { expireListings } from './expire-listings.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, expireListings(deps));
