import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readOrganizations } from './read-organizations.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, readOrganizations(deps));
