import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Activity } from '../activity.ts';
import { listenLocally } from '../listen.ts';
import type { Stoppable } from '../stoppable.ts';
import { within } from '../within.ts';
import { hasScope } from './authorizer.ts';
import type { CrossOrigin } from './cors.ts';
import { sendAnswer, toEvent } from './payload.ts';
import { findRoute, type LocalRoute } from './routes.ts';
import type { Throttle } from './throttle.ts';

/** API Gateway's limit for a request, in bytes. */
const largestBody = 10 * 1024 * 1024;

/** What stands before the routes: how much is let through, and what is said to pages of other origins. */
type Front = { readonly hasRoom?: Throttle; readonly crossOrigin?: CrossOrigin | undefined };

export type Gateway = Stoppable & {
  readonly address: string;
  /** From now on requests are answered by these routes; before, the gateway only holds its address. */
  serve(routes: readonly LocalRoute[], front?: Front): void;
};

/** API Gateway's own answers: HTTP APIs give no way to change them. */
function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return;
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = status;
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ message }));
}

async function bodyOf(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= largestBody) chunks.push(bytes);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks);
}

/** Starts the HTTP API on 127.0.0.1; port 0 takes a free one. Until it is told its routes it says to come back later. */
export async function startGateway(port: number, activity: Activity): Promise<Gateway> {
  let routes: readonly LocalRoute[] | undefined;
  let front: Front = {};

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    // Not as a second argument: a path that begins with two slashes would be taken for a host.
    const url = new URL(`http://127.0.0.1${message.url}`);
    const body = await bodyOf(message);
    if (!body) return refuse(response, 413, 'Request Entity Too Large');
    if (!routes) return refuse(response, 503, 'Service Unavailable');
    if (front.hasRoom?.(performance.now()) === false) return refuse(response, 429, 'Too Many Requests');
    const preflight = front.crossOrigin?.preflight(message.method ?? '', message.headers);
    if (preflight) {
      response.writeHead(204, preflight).end();
      return;
    }
    const found = findRoute(routes, message.method ?? 'GET', url.pathname);
    if (!found) return refuse(response, 404, 'Not Found');
    const { route, pathParameters } = found;
    const claims = await route.authorize?.(message.headers.authorization);
    if (route.authorize && !claims) return refuse(response, 401, 'Unauthorized');
    if (claims && !hasScope(claims, route.scopes)) return refuse(response, 403, 'Forbidden');
    const invoked = route.target.invoke(toEvent({ message, url, body, route, pathParameters, claims }));
    const result = await within(route.timeoutMs, invoked);
    if (!result) return refuse(response, 503, 'Service Unavailable');
    const added = front.crossOrigin?.exposing(message.headers);
    if ('error' in result || !sendAnswer(result.payload, response, added))
      refuse(response, 500, 'Internal Server Error');
  }

  const server = createServer((message, response) => {
    const answered = activity.during(`request ${message.method} ${message.url}`, () => answer(message, response));
    answered.catch(() => refuse(response, 500, 'Internal Server Error'));
  });
  const { address, stop } = await listenLocally(server, port);
  return {
    address,
    stop,
    serve(made, before = {}) {
      front = before;
      routes = made;
    },
  };
}
