import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { withdrawListing } from './withdraw-listing.ts';
import { withdrawRoute } from './withdraw-route.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, withdrawRoute(withdrawListing(deps)));
