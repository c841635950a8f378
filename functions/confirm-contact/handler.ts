import { failurePage } from '../_pages/page.ts';
import { pageLambda } from '../_runtime/page-lambda.ts';
import { confirmContact } from './confirm-contact.ts';
import { place } from './confirmation-page.ts';
import { makeDeps } from './deps.ts';

const deps = makeDeps();

export const handler = pageLambda(deps.logger, confirmContact(deps), failurePage(deps, place));
