import { failurePage } from '../_pages/page.ts';
import { pageLambda } from '../_runtime/page-lambda.ts';
import { makeDeps } from './deps.ts';
import { toldMatch } from './told-match.ts';
import { toldPlace } from './told-page.ts';

const deps = makeDeps();

export const handler = pageLambda(deps.logger, toldMatch(deps), failurePage(deps, toldPlace));
