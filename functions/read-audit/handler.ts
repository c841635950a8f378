import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readAudit } from './read-audit.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, readAudit(deps));
