import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { reconcileMatches } from './reconcile-matches.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, reconcileMatches(deps));
