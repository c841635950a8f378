import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { tryMarket } from './try-market.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, tryMarket(deps));
