import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { previewListing } from './preview-listing.ts';
import { previewRoute } from './preview-route.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, previewRoute(previewListing(deps), deps.countRequest));
