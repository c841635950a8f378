import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readStatistics } from './read-statistics.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, readStatistics(deps));
