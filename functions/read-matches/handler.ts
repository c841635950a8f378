import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readMatches } from './read-matches.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, readMatches(deps));
