import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { exportOrganization } from './export-organization.ts';
import { exportRoute } from './export-route.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, exportRoute(exportOrganization(deps)));
