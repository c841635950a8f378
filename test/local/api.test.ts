import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startGate } from './gate.ts';
import { MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';

/** Answers with the event that it was given. */
const echo = 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });';

/** Answers with what the request's body says; its `throw` is thrown. */
const say = `
export const handler = async (event) => {
  const said = JSON.parse(event.body);
  if (said.throw) throw new Error(said.throw);
  if (said.wait) await fetch(said.wait);
  return said.answer;
};`;

const Event = z.looseObject({
  version: z.string(),
  routeKey: z.string(),
  rawPath: z.string(),
  rawQueryString: z.string(),
  cookies: z.array(z.string()).optional(),
  headers: z.record(z.string(), z.string()),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string(), path: z.string() }) }),
});

const portal = 'https://portal.example';
const CorsConfiguration = {
  AllowOrigins: [portal],
  AllowMethods: ['GET', 'POST'],
  AllowHeaders: ['authorization', 'content-type'],
  ExposeHeaders: ['etag', 'location'],
  MaxAge: 600,
};

let zone: MiniZone;

beforeAll(async () => {
  const assembly = new MiniAssembly()
    .lambda('Echo', echo)
    .lambda('Say', say)
    .route('GET /things', 'Echo')
    .route('GET /things/{id}', 'Echo')
    .route('GET /things/first', 'Echo')
    .route('ANY /things/first', 'Echo')
    .route('GET /things/{id}/parts', 'Echo')
    .route('GET /files/{proxy+}', 'Echo')
    .route('GET /files/{name}', 'Echo')
    .route('POST /things', 'Echo')
    .route('POST /say', 'Say', { timeoutMs: 300 })
    .add('Api', 'AWS::ApiGatewayV2::Api', { Name: 'mini', ProtocolType: 'HTTP', CorsConfiguration });
  zone = await MiniZone.start(assembly);
});
afterAll(() => zone?.stop());

const echoed = async (path: string, init?: RequestInit) => Event.parse(await (await zone.call(path, init)).json());
const said = (what: unknown) => zone.call('/say', { method: 'POST', body: JSON.stringify(what) });

/** The answer to a request with headers that `fetch` would not send. */
const rawHeaders = (method: string, path: string, headers: Record<string, string>, body = ''): Promise<Response> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(zone.zone.api);
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const entries = Object.entries(response.resume().headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      resolve(new Response(null, { status: response.statusCode ?? 0, headers: entries }));
    })
      .on('error', reject)
      .end(body);
  });

/** The status of a request whose target is sent as it is: `fetch` would tidy it first. */
const rawStatus = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(zone.zone.api);
    request({ host: '127.0.0.1', port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('the choice of a route', () => {
  it.each<[string, string, Record<string, string> | undefined]>([
    ['/things', 'GET /things', undefined],
    ['/things/7', 'GET /things/{id}', { id: '7' }],
    ['/things/a%20b%2Fc', 'GET /things/{id}', { id: 'a b/c' }],
    ['/things/%E4%BA%AC', 'GET /things/{id}', { id: '京' }],
    ['/things/first', 'GET /things/first', undefined],
    ['/things/first/parts', 'GET /things/{id}/parts', { id: 'first' }],
    ['/files/a', 'GET /files/{name}', { name: 'a' }],
    ['/files/a/b/c', 'GET /files/{proxy+}', { proxy: 'a/b/c' }],
  ])('%s goes to %s', async (path, routeKey, pathParameters) => {
    const event = await echoed(path);
    expect({ routeKey: event.routeKey, pathParameters: event.pathParameters }).toEqual({ routeKey, pathParameters });
  });

  it('takes ANY where no route has the method', async () => {
    expect((await echoed('/things/first', { method: 'PATCH' })).routeKey).toBe('ANY /things/first');
  });

  it.each(['/', '/nothing', '/things/', '/things/7/8', '/files/'])('%s is not found', async (path) => {
    const answer = await zone.call(path);
    expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('does not find a route by another method', async () => {
    expect((await zone.call('/things', { method: 'DELETE' })).status).toBe(404);
  });

  it.each(['//things', '//host/things', '//'])('takes %s for a path and never for a host', async (path) => {
    expect(await rawStatus(path)).toBe(404);
  });
});

describe('the event of a request', () => {
  it('has the fields of payload format 2.0', async () => {
    const event = await echoed('/things?a=1&b=x%20y&a=2', {
      method: 'POST',
      headers: { 'X-One': 'two', cookie: 'c=1; d=2', 'content-type': 'application/json', 'user-agent': 'test' },
      body: '{"ä":1}',
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /things',
      rawPath: '/things',
      rawQueryString: 'a=1&b=x%20y&a=2',
      queryStringParameters: { a: '1,2', b: 'x y' },
      cookies: ['c=1', 'd=2'],
      body: '{"ä":1}',
      isBase64Encoded: false,
      requestContext: {
        stage: '$default',
        http: { method: 'POST', path: '/things', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: expect.stringMatching(/.{20}/),
        timeEpoch: expect.any(Number),
      },
    });
    expect(event.headers).toMatchObject({ 'x-one': 'two', 'content-type': 'application/json' });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('leaves out what a request does not have', async () => {
    const event = await echoed('/things');
    for (const field of ['body', 'cookies', 'queryStringParameters', 'pathParameters']) {
      expect(event).not.toHaveProperty(field);
    }
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it('carries bytes as base64', async () => {
    const body = Buffer.from([0, 255, 128, 10]);
    const event = await echoed('/things', { method: 'POST', headers: { 'content-type': 'image/png' }, body });
    expect([event.isBase64Encoded, event.body]).toEqual([true, body.toString('base64')]);
  });
});

describe('the answer of a Lambda', () => {
  it('becomes status, headers, cookies and body', async () => {
    const answer = await said({
      answer: { statusCode: 201, headers: { location: '/x', 'x-n': 3 }, cookies: ['a=1', 'b=2; Path=/'], body: '京' },
    });
    expect(answer.status).toBe(201);
    expect([answer.headers.get('location'), answer.headers.get('x-n')]).toEqual(['/x', '3']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2; Path=/']);
    expect(await answer.text()).toBe('京');
  });

  it('may be bytes', async () => {
    const answer = await said({ answer: { statusCode: 200, body: 'AP8=', isBase64Encoded: true } });
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255]);
  });

  it('is JSON where it has no status', async () => {
    const answer = await said({ answer: { some: ['thing'] } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await answer.json()).toEqual({ some: ['thing'] });
  });

  it('has the length of its body, whatever it says of it', async () => {
    const answer = await said({ answer: { statusCode: 200, headers: { 'Content-Length': '2' }, body: 'four' } });
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['4', 'four']);
  });

  it.each<[string, unknown]>([
    ['an error', { throw: 'something secret' }],
    ['a status that is none', { answer: { statusCode: 'soon' } }],
    ['a body that is no text', { answer: { statusCode: 200, body: { a: 1 } } }],
    ['a header that cannot be sent', { answer: { statusCode: 200, headers: { ok: '1', bad: 'a\nb' }, body: 'x' } }],
  ])('%s becomes 500 and tells nothing', async (_, what) => {
    const answer = await said(what);
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(answer.headers.has('ok')).toBe(false);
  });

  it('is not waited for longer than the integration says', async () => {
    const gate = await startGate();
    const answer = await said({ wait: gate.url, answer: { statusCode: 200 } });
    expect([answer.status, await answer.json()]).toEqual([503, { message: 'Service Unavailable' }]);
    await gate.waiting(1);
    gate.open();
    await gate.stop();
  });
});

describe('the size of a request', () => {
  const post = (size: number) => zone.call('/things', { method: 'POST', body: 'x'.repeat(size) });

  it('may be 10 MB and no more', async () => {
    const most = 10 * 1024 * 1024;
    expect((await post(most)).status).toBe(200);
    const tooLarge = await post(most + 1);
    expect([tooLarge.status, await tooLarge.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
});

it('goes on after a caller who hangs up in the middle of a request', async () => {
  const { port } = new URL(zone.zone.api);
  await new Promise<void>((resolve) => {
    const call = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/things',
      headers: { 'content-length': 9 },
    });
    call.on('error', () => resolve());
    call.write('half', () => call.destroy(new Error('hung up')));
  });
  expect((await zone.call('/things')).status).toBe(200);
  await zone.settle();
});

describe('to a page of another origin', () => {
  const corsOf = (answer: Response) =>
    Object.fromEntries([...answer.headers].filter(([name]) => name.startsWith('access-control-')));
  const preflight = (origin: string, path = '/things') =>
    rawHeaders('OPTIONS', path, { origin, 'access-control-request-method': 'POST' });
  const answered = (origin: string) =>
    rawHeaders('POST', '/say', { origin, 'content-type': 'application/json' }, JSON.stringify({ answer: lax }));
  const lax = { statusCode: 200, headers: { 'access-control-allow-origin': '*', etag: '"1"' }, body: '' };

  it('the gateway itself answers a preflight request, whatever the path', async () => {
    for (const path of ['/things', '/nothing']) {
      const answer = await preflight(portal, path);
      expect(answer.status).toBe(204);
      expect(corsOf(answer)).toEqual({
        'access-control-allow-origin': portal,
        'access-control-allow-methods': 'GET,POST',
        'access-control-allow-headers': 'authorization,content-type',
        'access-control-max-age': '600',
      });
    }
  });

  it('says nothing where the origin is not one of its own', async () => {
    for (const origin of ['https://evil.example', 'https://portal.example.evil.example', 'null', `${portal}:8443`]) {
      expect(corsOf(await preflight(origin))).toEqual({});
      expect(corsOf(await answered(origin))).toEqual({});
    }
  });

  it('names the origin and the headers that it may read, in place of what the Lambda says', async () => {
    expect(corsOf(await answered(portal))).toEqual({
      'access-control-allow-origin': portal,
      'access-control-expose-headers': 'etag,location',
    });
    expect(corsOf(await said({ answer: lax }))).toEqual({});
  });

  it('takes OPTIONS for any other method where it is no preflight request', async () => {
    expect((await rawHeaders('OPTIONS', '/things', { origin: portal })).status).toBe(404);
  });
});
