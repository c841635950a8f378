import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { keepParkedMessages } from './keep-parked-messages.ts';
import { parkedRoute } from './parked-route.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, parkedRoute(keepParkedMessages(deps)));
