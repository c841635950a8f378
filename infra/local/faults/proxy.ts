import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenLocally } from '../listen.ts';
import type { Stoppable } from '../stoppable.ts';
import { halved, late, possibleFaults } from './bodies.ts';
import { type Caller, callerIn } from './caller.ts';
import type { Faults } from './faults.ts';
import type { FaultKind } from './plan.ts';

type Parts = {
  readonly upstream: string;
  readonly faults: Faults;
  /** Ends an environment of a Lambda at once, whatever it is doing. */
  readonly kill: (caller: Caller) => Promise<void>;
};

type Answer = { readonly status: number; readonly type: string; readonly body: Buffer };

const json = 'application/x-amz-json-1.0';
const errorAnswer = (status: number, __type: string): Answer => ({
  status,
  type: json,
  body: Buffer.from(JSON.stringify({ __type, message: 'made to fail' })),
});

function reply(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

const notForwarded = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'expect',
]);

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!notForwarded.has(name) && typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

/** Stands before a service of the zone and lets calls of Lambdas go wrong as planned; what others call passes. */
export async function startFaultProxy({
  upstream,
  faults,
  kill,
}: Parts): Promise<Stoppable & { readonly address: string }> {
  async function forward(request: IncomingMessage, body: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const url = new URL(request.url ?? '/', upstream);
    const answer = await fetch(url, { method: request.method ?? 'POST', headers: headersOf(request), body });
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? json,
      body: Buffer.from(await answer.arrayBuffer()),
    };
  }

  async function goWrong(
    fault: FaultKind,
    caller: Caller,
    operation: string,
    body: Uint8Array<ArrayBuffer>,
    send: (body: Uint8Array<ArrayBuffer>) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const parsed = (): unknown => JSON.parse(Buffer.from(body).toString());
    const written = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    switch (fault) {
      case 'throttled':
        return errorAnswer(400, 'ThrottlingException');
      case 'failed':
        return errorAnswer(500, 'InternalServerError');
      case 'answer-lost':
        await send(body);
        return undefined;
      case 'died-before':
        await kill(caller);
        return undefined;
      case 'died-after':
        await send(body);
        await kill(caller);
        return undefined;
      case 'twice':
        await send(body);
        return send(body);
      case 'late':
        return send(written(late(operation, parsed())));
      case 'half-done': {
        const { first, complete } = halved(parsed());
        const { status, type, body: answer } = await send(written(first));
        if (status !== 200) return { status, type, body: answer };
        return { status, type, body: Buffer.from(JSON.stringify(complete(JSON.parse(answer.toString())))) };
      }
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = new Uint8Array(await buffer(request));
    const caller = callerIn(request.headers.authorization);
    const operation = String(request.headers['x-amz-target'] ?? '');
    const fault = caller && faults.next(caller.lambda, possibleFaults(operation));
    const send = (sent: Uint8Array<ArrayBuffer>) => forward(request, sent);
    const answer = fault ? await goWrong(fault, caller, operation, body, send) : await send(body);
    if (answer) reply(response, answer);
    else response.destroy();
  }

  // A caller that has gone, or a service that has: both read as a connection that ends.
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  return listenLocally(server, 0);
}
