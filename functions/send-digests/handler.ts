import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { sendDigests } from './send-digests.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, sendDigests(deps));
