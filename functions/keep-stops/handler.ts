import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { keepStops } from './keep-stops.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, keepStops(deps));
