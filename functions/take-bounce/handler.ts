import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { takeBounce } from './take-bounce.ts';

const deps = makeDeps();

export const handler = httpLambda(deps.logger, takeBounce(deps));
