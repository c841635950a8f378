import { DemandInput } from '../../domain/demand/demand.ts';
import { publishRoute } from '../_listings/publish-route.ts';
import { breadthOf } from '../_matching/breadth.ts';
import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { publishDemand } from './publish-demand.ts';

const deps = makeDeps();

export const handler = httpLambda(
  deps.logger,
  publishRoute('demand', DemandInput, publishDemand(deps), deps.countRequest, breadthOf(deps.judging, deps.logger)),
);
