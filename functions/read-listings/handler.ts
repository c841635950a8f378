import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readListings } from './read-listings.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, readListings(deps));
