import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { showDocs } from './show-docs.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, showDocs(deps));
