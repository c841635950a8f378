import { Agent, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { CallerName, FuzzRequest } from './operations.ts';

/** What a run knows of its zone: where it is, the token of each caller, and what is in it by name. */
export type Surroundings = {
  readonly api: string;
  readonly tokens: Readonly<Record<CallerName, string | undefined>>;
  /** The cookie by which each is signed in to the pages. */
  readonly cookies: Readonly<Partial<Record<CallerName, string>>>;
  readonly ids: Readonly<Record<string, string>>;
};

type FuzzAnswer = { readonly status: number; readonly headers: Headers; readonly text: string };

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** A text with the ids that its names stand for. */
function withIds(text: string, caller: CallerName, ids: Surroundings['ids']): string {
  const owner = caller === 'member-a' ? 'a' : 'b';
  return text.replaceAll(
    /\{([a-z-]+)\}/g,
    (named: string, name: string) => ids[name.replace(/^own-(.*)$/, `$1-of-${owner}`)] ?? encodeURIComponent(named),
  );
}

export type Sent = { readonly target: string; readonly answer: FuzzAnswer };

/** Sends a request as it is written: no client makes its path or its headers better on the way. */
export async function sendRequest(fuzzed: FuzzRequest, { api, tokens, cookies, ids }: Surroundings): Promise<Sent> {
  const { hostname, port } = new URL(api);
  const target = withIds(`${fuzzed.path}${fuzzed.query === '' ? '' : `?${fuzzed.query}`}`, fuzzed.caller, ids);
  const body = fuzzed.form === undefined ? fuzzed.body : Buffer.from(withIds(fuzzed.form, fuzzed.caller, ids));
  const token = tokens[fuzzed.caller];
  const { promise, resolve, reject } = Promise.withResolvers<Sent>();
  const cookie = cookies[fuzzed.caller];
  const headers = {
    ...(cookie !== undefined && { cookie }),
    ...fuzzed.headers,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body && { 'content-length': body.byteLength }),
  };
  const outgoing = send({ agent, hostname, port, method: fuzzed.method, path: target, headers }, (incoming) => {
    const entries = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    buffer(incoming).then(
      (bytes) =>
        resolve({
          target,
          answer: { status: incoming.statusCode ?? 0, headers: new Headers(entries), text: bytes.toString('utf8') },
        }),
      reject,
    );
  });
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request as a line for a shell, with the address in $API and the token of its caller in $TOKEN. */
export function asCurl({ method, headers, caller, body, form }: FuzzRequest, target: string): string {
  const named = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const token = caller === 'nobody' ? [] : ['-H "authorization: Bearer $TOKEN"'];
  const sent = form !== undefined ? [`--data-raw ${quoted(form)}`] : body ? ['--data-binary @-'] : [];
  const line = ['curl -i --path-as-is', `-X ${method}`, `"$API"${quoted(target)}`, ...token, ...named, ...sent].join(
    ' ',
  );
  const piped = body ? `echo ${body.toString('base64')} | base64 -d | ` : '';
  return `# as ${caller}\n${piped}${line}${body ? `\n# body: ${body.toString('utf8').slice(0, 600)}` : ''}`;
}
