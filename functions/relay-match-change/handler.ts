import { streamLambda } from '../_runtime/stream-lambda.ts';
import { makeDeps } from './deps.ts';
import { relayMatchChange } from './relay-match-change.ts';

const deps = makeDeps();

export const handler = streamLambda(deps.logger, relayMatchChange(deps));
