import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { httpLambda } from '../../functions/_runtime/http-lambda.ts';
import { makeLogger } from '../../functions/_runtime/logger.ts';
import { showDocs } from '../../functions/show-docs/show-docs.ts';
import { viewerFiles } from '../../infra/intake/docs-viewer.ts';
import { httpEvent, lambdaContext } from './lambda-events.ts';

const readFile = (name: string): Buffer => {
  const path = viewerFiles.find((file) => basename(file) === name);
  return readFileSync(path ?? expect.fail(`${name} does not travel with the Lambda`));
};
const handler = httpLambda(makeLogger('test'), showDocs({ readFile }));

async function get(file?: string, headers: Record<string, string> = {}) {
  const routeKey = file === undefined ? 'GET /v1/docs' : 'GET /v1/docs/{file}';
  const event = httpEvent(routeKey, { body: undefined, language: 'en', organization: '', scope: '' });
  const pathParameters = file === undefined ? {} : { file };
  return handler({ ...event, pathParameters, headers: { ...event.headers, ...headers } }, lambdaContext);
}

const textOf = ({ body = '', isBase64Encoded = false }: Awaited<ReturnType<typeof get>>): string =>
  isBase64Encoded ? gunzipSync(Buffer.from(body, 'base64')).toString('utf8') : body;

const page = await get();
const loaded = [...textOf(page).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);

describe('the page of the docs', () => {
  it('loads nothing but files of its own and the document', async () => {
    expect(loaded.filter((address) => !address.startsWith('/v1/'))).toEqual([]);
    expect(textOf(page)).not.toMatch(/<style|style=|<script>|\son[a-z]+=/);
    const files = loaded.filter((address) => address !== '/v1/openapi.json');
    expect(files.length).toBe(4);
    for (const address of files) expect((await get(address.replace('/v1/docs/', ''))).statusCode).toBe(200);
  });

  it('may load nothing else: neither inline, nor from another host, nor in a frame', () => {
    const policy = String(page.headers?.['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
  });

  it('has a style sheet that fetches nothing: its pictures stand in it, its fonts are the machine’s own', async () => {
    const css = textOf(await get('swagger-ui.css'));
    const fetched = [...css.matchAll(/url\(\s*["']?([^"')]{1,30})/g)].map(([, address]) => address);
    expect(fetched.filter((address) => !address?.startsWith('data:'))).toEqual([]);
    expect(css).not.toMatch(/@import|@font-face/);
  });

  it('is told the same file once, and is answered far below the 6 MB that a Lambda may answer', async () => {
    for (const name of viewerFiles.map((path) => basename(path))) {
      const answer = await get(name);
      expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'X-Content-Type-Options': 'nosniff' });
      expect(JSON.stringify(answer).length).toBeLessThan(1_000_000);
      const again = await get(name, { 'if-none-match': String(answer.headers?.['etag']) });
      expect(again.statusCode).toBe(304);
    }
  });

  it('hands the viewer on with its licence, its notice, and those of the parts in it', async () => {
    expect(textOf(await get('LICENSE'))).toContain('Apache License');
    expect(textOf(await get('NOTICE'))).toContain('Copyright');
    const [, licences = ''] =
      /license information please see (\S+)/.exec(textOf(await get('swagger-ui-bundle.js'))) ?? [];
    expect((await get(licences)).statusCode).toBe(200);
  });

  it.each(['index.mjs', '../index.mjs', '', '__proto__', 'swagger-ui.css.map'])('has no file “%s”', async (file) => {
    expect((await get(file)).statusCode).toBe(404);
  });
});
