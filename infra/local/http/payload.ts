import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWTPayload } from 'jose';
import * as z from 'zod';
import { isOfGateway } from './cors.ts';
import type { LocalRoute } from './routes.ts';

type Request = {
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  readonly route: LocalRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly claims: JWTPayload | undefined;
};

const isText = (contentType: string | undefined): boolean =>
  contentType === undefined ||
  /^(text\/|application\/(json|.*\+json|xml|.*\+xml|javascript|x-www-form-urlencoded))/.test(contentType);

/** Claims as API Gateway hands them on: as strings, lists in brackets. */
const claimText = (value: unknown): string => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));

function queryOf(url: URL): Record<string, string> | undefined {
  const names = [...new Set(url.searchParams.keys())];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(',')]));
}

function headersOf(message: IncomingMessage): Record<string, string> {
  const entries = Object.entries(message.headers).filter(([name]) => name !== 'cookie');
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(',')]));
}

/** The event of payload format 2.0 that a request becomes. */
export function toEvent({ message, url, body, route, pathParameters, claims }: Request): unknown {
  const headers = headersOf(message);
  const cookies = message.headers.cookie?.split('; ');
  const query = queryOf(url);
  const now = new Date();
  const asText = isText(headers['content-type']);
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(claims && {
        authorizer: {
          jwt: {
            claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)])),
            scopes: route.scopes.length > 0 ? route.scopes : null,
          },
        },
      }),
      domainName: url.hostname,
      domainPrefix: 'local',
      http: {
        method: message.method,
        path: url.pathname,
        protocol: `HTTP/${message.httpVersion}`,
        sourceIp: message.socket.remoteAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...(body.length > 0 && { body: body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !asText,
  };
}

/** What frames an answer is said by the server and not by a Lambda. */
const setByServer: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding', 'connection']);

const Answer = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).optional(),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * Sends what a Lambda answered (payload format 2.0; what has no status code is a JSON body). Where the gateway itself speaks
 * to pages of other origins, by `crossOrigin`, it ignores what the Lambda says to them. False where it is no answer.
 */
export function sendAnswer(
  payload: unknown,
  response: ServerResponse,
  crossOrigin?: Readonly<Record<string, string>>,
): boolean {
  const hasStatus = typeof payload === 'object' && payload !== null && 'statusCode' in payload;
  const shaped = hasStatus
    ? payload
    : { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
  const { data } = Answer.safeParse(shaped);
  if (!data) return false;
  response.statusCode = data.statusCode;
  for (const [name, value] of Object.entries(data.headers)) {
    const isIgnored = crossOrigin !== undefined && isOfGateway(name);
    if (!setByServer.has(name.toLowerCase()) && !isIgnored) response.setHeader(name, String(value));
  }
  for (const [name, value] of Object.entries(crossOrigin ?? {})) response.setHeader(name, value);
  if (data.cookies) response.setHeader('set-cookie', data.cookies);
  response.end(Buffer.from(data.body, data.isBase64Encoded ? 'base64' : 'utf8'));
  return true;
}
