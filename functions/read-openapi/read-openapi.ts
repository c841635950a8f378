import { makeDocument } from '../_openapi/document.ts';
import { fixedAnswer } from '../_runtime/fixed-answer.ts';

/** The API's own document, made once from the schemas that this very release reads requests with. */
export const readOpenApi = fixedAnswer({
  body: JSON.stringify(makeDocument()),
  type: 'application/json',
  cacheControl: 'public, max-age=3600',
});
