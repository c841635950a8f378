import { httpLambda } from '../_runtime/http-lambda.ts';
import { decideReview } from './decide-review.ts';
import { makeDeps } from './deps.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, decideReview(deps));
