import { streamLambda } from '../_runtime/stream-lambda.ts';
import { makeDeps } from './deps.ts';
import { relayListingChange } from './relay-listing-change.ts';

const deps = makeDeps();

export const handler = streamLambda(deps.logger, relayListingChange(deps));
