import { streamLambda } from '../_runtime/stream-lambda.ts';
import { makeDeps } from './deps.ts';
import { keepHistory } from './keep-history.ts';

const deps = makeDeps();

export const handler = streamLambda(deps.logger, keepHistory(deps));
