import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { keepOrganization } from './keep-organization.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, keepOrganization(deps));
