import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { suspendOrganizations } from './suspend-organization.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, suspendOrganizations(deps));
