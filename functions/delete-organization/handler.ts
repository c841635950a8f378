import { httpLambda } from '../_runtime/http-lambda.ts';
import { deleteOrganization } from './delete-organization.ts';
import { deletionRoute } from './deletion-route.ts';
import { makeDeps } from './deps.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, deletionRoute(deleteOrganization(deps)));
