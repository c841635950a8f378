import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readProofKeys } from './read-proof-keys.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, readProofKeys(deps));
