import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { readVocabulary } from './read-vocabulary.ts';

export const handler = httpLambda(makeDeps().logger, readVocabulary);
