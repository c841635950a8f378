import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { explainPair } from './explain-pair.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, explainPair(deps));
