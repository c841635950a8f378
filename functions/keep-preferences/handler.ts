import { failurePage } from '../_pages/page.ts';
import { pageLambda } from '../_runtime/page-lambda.ts';
import { makeDeps } from './deps.ts';
import { keepPreferences } from './keep-preferences.ts';
import { preferencesPlace } from './preferences-page.ts';

const deps = makeDeps();

export const handler = pageLambda(deps.logger, keepPreferences(deps), failurePage(deps, preferencesPlace));
