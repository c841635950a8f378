import { failurePage } from '../_pages/page.ts';
import { pageLambda } from '../_runtime/page-lambda.ts';
import { makeDeps } from './deps.ts';
import { showStatistics } from './show-statistics.ts';

const deps = makeDeps();

export const handler = pageLambda(deps.logger, showStatistics(deps), failurePage(deps, 'public-statistics'));
