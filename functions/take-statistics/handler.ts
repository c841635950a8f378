import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { takeStatistics } from './take-statistics.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, takeStatistics(deps));
