import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { suspendListing } from './suspend-listing.ts';
import { suspensionRoute } from './suspension-route.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, suspensionRoute(suspendListing(deps)));
