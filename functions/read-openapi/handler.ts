import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readOpenApi } from './read-openapi.ts';

export const handler = httpLambda(makeDeps().logger, readOpenApi);
