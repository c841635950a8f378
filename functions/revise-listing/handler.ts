import { breadthOf } from '../_matching/breadth.ts';
import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { reviseListing } from './revise-listing.ts';
import { reviseRoute } from './revise-route.ts';

const deps = makeDeps();

export const handler = httpLambda(
  deps.logger,
  reviseRoute(reviseListing(deps), deps.countRequest, breadthOf(deps.judging, deps.logger)),
);
