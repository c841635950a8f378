import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readNearMatches } from './read-near-matches.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, readNearMatches(deps));
