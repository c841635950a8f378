import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server';
import * as z from 'zod';
import { listenLocally } from '../listen.ts';
import type { Stoppable } from '../stoppable.ts';
import { CodeFlow, type SignedIn } from './code-flow.ts';
import type { TokenForm } from './token-form.ts';

export type Issuer = Stoppable & {
  readonly url: string;
  readonly tokenEndpoint: string;
  readonly address: string;
  /** Its signing keys, private parts included. */
  readonly keys: readonly SigningKey[];
};

type SigningKey = Parameters<OAuth2Issuer['keys']['add']>[0];

const TokenRequest = z.object({
  grant_type: z.string(),
  client_id: z.string().min(1).optional(),
  client_secret: z.string().min(1).optional(),
  scope: z.string().default('member'),
});

const scopes = new Set(['member', 'operator']);

type Client = { readonly id: string };

/** The client of a token request, from its `Authorization: Basic` header or its body (RFC 6749, 2.3.1). */
function clientOf(authorization: string | undefined, body: z.infer<typeof TokenRequest>): Client | undefined {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (!basic) return body.client_id && body.client_secret ? { id: body.client_id } : undefined;
  const [id, secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  try {
    return id && secret ? { id: decodeURIComponent(id) } : undefined;
  } catch {
    return undefined; // Not encoded as a form is.
  }
}

type Grant = { readonly client: Client; readonly scope: string };
const Refused = z.object({ status: z.number(), error: z.string(), description: z.string() });
type Refusal = z.infer<typeof Refused>;

/** RFC 6749, 5.2. */
const badCode: Refusal = { status: 400, error: 'invalid_grant', description: 'the code is none, or not yours' };

/** Why a token request is refused (RFC 6749, 5.2), or the client and the scope that it is granted. */
function grantOf(authorization: string | undefined, request: unknown): Refusal | Grant {
  const body = TokenRequest.safeParse(request);
  if (!body.success) return { status: 400, error: 'invalid_request', description: 'grant_type is missing' };
  if (body.data.grant_type !== 'client_credentials') {
    return { status: 400, error: 'unsupported_grant_type', description: 'only client_credentials is supported' };
  }
  const client = clientOf(authorization, body.data);
  if (!client) return { status: 401, error: 'invalid_client', description: 'client_id and client_secret are needed' };
  if (!scopes.has(body.data.scope)) {
    return { status: 400, error: 'invalid_scope', description: 'scope is member or operator' };
  }
  return { client, scope: body.data.scope };
}

const lifetimeSeconds = 3600;

async function tokenFor({ client, scope }: Grant, issuer: OAuth2Issuer, { aud, names }: TokenForm) {
  const { claims, scopes: named } = names;
  const own = {
    aud,
    jti: crypto.randomUUID(),
    [claims.subject]: client.id,
    [claims.client]: client.id,
    [claims.organization]: client.id,
    [claims.scope]: scope.replaceAll(/member|operator/g, (name) => (name === 'member' ? named.member : named.operator)),
  };
  const access_token = await issuer.buildToken({
    expiresIn: lifetimeSeconds,
    scopesOrTransform: (_, payload) => Object.assign(payload, own),
  });
  return { access_token, token_type: 'Bearer', expires_in: lifetimeSeconds, scope };
}

/** Who is whose operator on this machine: whoever signs in as it and asks to be. */
const operatorName = 'zone';

/** What somebody gets who signed in with a browser: a member's or the operator's access token, and who it is for the client that asked. */
async function tokensFor(
  { organization, client, nonce, scope: asked }: SignedIn,
  issuer: OAuth2Issuer,
  form: TokenForm,
) {
  const isOperator = organization === operatorName && asked.split(' ').includes(form.names.scopes.operator);
  const scope = isOperator ? 'operator' : 'member';
  const answer = await tokenFor({ client: { id: organization }, scope }, issuer, form);
  const own = { aud: client, sub: organization, ...(nonce !== undefined && { nonce }) };
  const id_token = await issuer.buildToken({
    expiresIn: lifetimeSeconds,
    scopesOrTransform: (_, payload) => Object.assign(payload, own),
  });
  return { ...answer, id_token };
}

/**
 * Starts an OIDC issuer with a key of its own; a token lasts an hour and names its client as organization.
 * With the port and the keys of an earlier run its tokens hold.
 */
export async function startIssuer(form: () => TokenForm, port = 0, keys: readonly SigningKey[] = []): Promise<Issuer> {
  const issuer = new OAuth2Issuer();
  for (const key of keys) await issuer.keys.add(key);
  if (keys.length === 0) await issuer.keys.generate('RS256');
  const { requestHandler } = new OAuth2Service(issuer);
  const codes = new CodeFlow();

  /** What is granted to a client by itself, or to somebody who came back with a code. */
  async function granted(authorization: string | undefined, fields: Record<string, string>): Promise<Refusal | object> {
    if (fields['grant_type'] !== 'authorization_code') {
      const grant = grantOf(authorization, fields);
      return 'error' in grant ? grant : tokenFor(grant, issuer, form());
    }
    const signedIn = codes.exchange(fields);
    return signedIn ? tokensFor(signedIn, issuer, form()) : badCode;
  }

  // The service's own answers to a grant that it does not know are none of RFC 6749's.
  async function answerToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = Object.fromEntries(new URLSearchParams(await text(request)));
    const grant = await granted(request.headers.authorization, fields);
    const { data: refusal } = Refused.safeParse(grant);
    response.writeHead(refusal?.status ?? 200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(refusal?.status === 401 && { 'www-authenticate': 'Basic' }),
    });
    response.end(JSON.stringify(refusal ? { error: refusal.error, error_description: refusal.description } : grant));
  }

  function authorize(request: IncomingMessage, response: ServerResponse): void {
    const { status, headers, body } = codes.authorize(new URL(`http://127.0.0.1${request.url}`).searchParams);
    response.writeHead(status, headers).end(body);
  }

  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url?.startsWith('/authorize?')) authorize(request, response);
    else if (request.method !== 'POST' || request.url !== '/token') requestHandler(request, response);
    else answerToken(request, response).catch(() => response.destroy());
  });
  const { address, stop } = await listenLocally(server, port);
  issuer.url = address;
  return {
    url: address,
    tokenEndpoint: `${address}/token`,
    address,
    keys: issuer.keys.toJSON(true),
    stop,
  };
}
