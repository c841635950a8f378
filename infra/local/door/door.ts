import { Agent, createServer, type IncomingMessage, type ServerResponse, request as startRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenLocally } from '../listen.ts';
import type { Stoppable } from '../stoppable.ts';
import { type Caller, callerIn, regionIn } from './caller.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Headers = Readonly<Record<string, string>>;

/** A call of a service, as it comes to the door. */
export type Call = {
  /** Undefined where no Lambda of the zone signed it. */
  readonly caller: Caller | undefined;
  /** As `X-Amz-Target` names it, such as `AmazonSQS.SendMessage`; method and path where the service has no such header. */
  readonly operation: string;
  /** The region of the service, as the request is signed for it. */
  readonly region: string | undefined;
  readonly body: Bytes;
};

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Buffer };

/** Hands a call on, with this body, and answers what comes back; nothing where the connection ends without an answer. */
export type Next = (body: Bytes) => Promise<Answer | undefined>;

/** What stands at a door: it may hand a call on, answer itself, or let the connection end. */
export type Step = (call: Call, next: Next) => Promise<Answer | undefined>;

type Parts = { readonly upstream: string; readonly steps: readonly Step[] };

/** What is between two ends of a connection, and not between the two who talk. */
const ofTheConnection = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'expect',
]);

function headersOf(message: IncomingMessage): Headers {
  const named = Object.entries(message.headers).flatMap(([name, value]) =>
    typeof value === 'string' && !ofTheConnection.has(name) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(named);
}

/** Stands before a service of the zone: each call passes the steps, in order, before the service sees it. */
export async function startDoor({ upstream, steps }: Parts): Promise<Stoppable & { readonly address: string }> {
  const agent = new Agent({ keepAlive: true });

  async function forward(asked: IncomingMessage, body: Bytes): Promise<Answer> {
    const answered = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { ...headersOf(asked), 'content-length': body.length };
      startRequest(new URL(asked.url ?? '/', upstream), { agent, method: asked.method ?? 'POST', headers })
        .once('response', resolve)
        .once('error', reject)
        .end(body);
    });
    return {
      status: answered.statusCode ?? 500,
      headers: headersOf(answered),
      body: await buffer(answered),
    };
  }

  async function answer(asked: IncomingMessage): Promise<Answer | undefined> {
    const body = new Uint8Array(await buffer(asked));
    const caller = callerIn(asked.headers.authorization);
    const operation = String(asked.headers['x-amz-target'] ?? `${asked.method} ${asked.url}`);
    const region = regionIn(asked.headers.authorization);
    const pass = steps.reduceRight<Next>(
      (next, step) => (handed) => step({ caller, operation, region, body: handed }, next),
      (handed) => forward(asked, handed),
    );
    return pass(body);
  }

  async function serve(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await answer(asked);
    if (!answered) return void response.destroy();
    response.writeHead(answered.status, { ...answered.headers, 'content-length': answered.body.length });
    response.end(answered.body);
  }

  // A caller that has gone, or a service that has: both read as a connection that ends.
  const server = createServer((asked, response) => {
    serve(asked, response).catch(() => response.destroy());
  });
  const { address, stop } = await listenLocally(server, 0);
  return {
    address,
    async stop() {
      await stop();
      agent.destroy();
    },
  };
}
