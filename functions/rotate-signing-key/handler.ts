import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { makeDeps } from './deps.ts';
import { rotateSigningKey } from './rotate-signing-key.ts';

const deps = makeDeps();

export const handler = middy().use(injectLambdaContext(deps.logger)).handler(rotateSigningKey(deps));
