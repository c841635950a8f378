import { Events, OAuth2Server } from 'oauth2-mock-server';
import { z } from 'zod';
import type { Stoppable } from '../stoppable.ts';

export type Issuer = Stoppable & { readonly url: string; readonly tokenEndpoint: string };

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

type Refusal = { readonly status: number; readonly error: string; readonly description: string };

/** Why a token request is refused (RFC 6749, 5.2), or the client and the scope that it is granted. */
function grantOf(authorization: string | undefined, request: unknown): Refusal | { client: Client; scope: string } {
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

/** Starts an OIDC issuer with a key of its own; a token lasts an hour and names its client as organization. */
export async function startIssuer(audience: () => string): Promise<Issuer> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  server.service.on(Events.BeforeTokenSigning, (token, request) => {
    const grant = grantOf(request.headers.authorization, request.body);
    if ('error' in grant) return;
    const { client, scope } = grant;
    Object.assign(token.payload, {
      aud: audience(),
      sub: client.id,
      client_id: client.id,
      org_id: client.id,
      scope,
      jti: crypto.randomUUID(),
    });
  });
  server.service.on(Events.BeforeResponse, (response, request) => {
    const grant = grantOf(request.headers.authorization, request.body);
    if (!('error' in grant)) return;
    response.statusCode = grant.status;
    response.body = { error: grant.error, error_description: grant.description };
  });
  await server.start(0, '127.0.0.1');
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}`;
  server.issuer.url = url;
  return { url, tokenEndpoint: `${url}/token`, stop: () => server.stop() };
}
