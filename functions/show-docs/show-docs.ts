import { gzipSync } from 'node:zlib';
import { type FixedBody, fixedAnswer } from '../_runtime/fixed-answer.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';
import { docsPage, pagePolicy, startScript } from './docs-page.ts';

const cacheControl = 'public, max-age=3600';

const plain = 'text/plain; charset=utf-8';

/** The viewer's files by name, with their media types; its licence and notice go with it (Apache-2.0, 4). */
const files: ReadonlyMap<string, string> = new Map([
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['favicon-32x32.png', 'image/png'],
  ['swagger-ui-bundle.js.LICENSE.txt', plain],
  ['LICENSE', plain],
  ['NOTICE', plain],
]);

/** The page of the docs, and the files that it loads: each made ready when it is first asked for. */
export const showDocs = ({ readFile }: Pick<Deps, 'readFile'>) => {
  const page = fixedAnswer({
    body: docsPage,
    type: 'text/html; charset=utf-8',
    cacheControl,
    headers: { 'content-security-policy': pagePolicy },
  });
  const answers = new Map([
    ['start.js', fixedAnswer({ body: startScript, type: 'text/javascript; charset=utf-8', cacheControl })],
  ]);

  function answerFor(name: string, type: string) {
    const known = answers.get(name);
    if (known) return known;
    // As every browser takes it: the viewer is 1.7 MB, and an answer of a Lambda may have 6.
    const body: FixedBody = { gzipped: gzipSync(readFile(name)) };
    const answer = fixedAnswer({ body, type, cacheControl });
    answers.set(name, answer);
    return answer;
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    if (event.routeKey === 'GET /v1/docs') return page(event);
    const name = event.pathParameters?.['file'] ?? '';
    const type = files.get(name);
    const answer = type === undefined ? answers.get(name) : answerFor(name, type);
    if (!answer) throw notFound();
    return answer(event);
  };
};
