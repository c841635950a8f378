import { failurePage } from '../_pages/page.ts';
import { pageLambda } from '../_runtime/page-lambda.ts';
import { makeDeps } from './deps.ts';
import { showMatches } from './show-matches.ts';
import { toldPlace } from './told-page.ts';

const deps = makeDeps();

export const handler = pageLambda(deps.logger, showMatches(deps), failurePage(deps, toldPlace));
