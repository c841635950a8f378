import { streamLambda } from '../_runtime/stream-lambda.ts';
import { makeDeps } from './deps.ts';
import { relayOrganizationChange } from './relay-organization-change.ts';

const deps = makeDeps();

export const handler = streamLambda(deps.logger, relayOrganizationChange(deps));
