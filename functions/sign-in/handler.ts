import { failurePage } from '../_pages/page.ts';
import { pageLambda } from '../_runtime/page-lambda.ts';
import { makeDeps } from './deps.ts';
import { signIn } from './sign-in.ts';
import { signInPath } from './sign-in-page.ts';

const deps = makeDeps();

export const handler = pageLambda(deps.logger, signIn(deps), failurePage(deps, signInPath));
