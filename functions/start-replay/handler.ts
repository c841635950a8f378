import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { replayRoute } from './replay-route.ts';
import { startReplay } from './start-replay.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, replayRoute(startReplay(deps)));
