import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { reportHealth } from './report-health.ts';

export const handler = httpLambda(makeDeps().logger, reportHealth);
