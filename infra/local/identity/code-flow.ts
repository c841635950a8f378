import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** What a page asks for when it signs somebody in (RFC 6749, 4.1.1; RFC 7636, 4.3), and who it is, once that was typed. */
const Request = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  // Back to this machine alone.
  redirect_uri: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }),
  state: z.string().default(''),
  nonce: z.string().optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  login_hint: z.string().min(1).optional(),
  scope: z.string().default(''),
});
type Request = z.infer<typeof Request>;

/** What is asked for in return for a code (RFC 6749, 4.1.3). */
const Exchange = z.object({
  code: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string(),
});

/** Who signed in, for which client. */
export type SignedIn = {
  readonly organization: string;
  readonly client: string;
  readonly nonce: string | undefined;
  /** What was asked for, by the names of the issuer. */
  readonly scope: string;
};

type Reply = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Asks for an organization's id, as anybody is believed here. */
function form(query: URLSearchParams): string {
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>
<main><h1>Identity provider of this machine</h1><p>Nobody is asked for a password here.</p>
<form>${hidden.join('')}<label>Organization <input name="login_hint" required autofocus></label> <button>Sign in</button></form></main></html>`;
}

/** Signing in with a browser: the authorization code flow with PKCE, in which everybody is whom they say. */
export class CodeFlow {
  private readonly codes = new Map<string, Request>();

  /** A page that asks who it is, or the way back with a code. */
  authorize(query: URLSearchParams): Reply {
    const { data: request } = Request.safeParse(Object.fromEntries(query));
    if (!request) return { status: 400, headers: { 'content-type': 'text/plain' }, body: 'not a request for a code' };
    if (request.login_hint === undefined) {
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: form(query) };
    }
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, request);
    const location = new URL(request.redirect_uri);
    location.searchParams.set('code', code);
    location.searchParams.set('state', request.state);
    return { status: 302, headers: { location: location.href }, body: '' };
  }

  /** Who signed in, where the code is good: once, for its client, and for whoever has the verifier. */
  exchange(fields: unknown): SignedIn | undefined {
    const { data: asked } = Exchange.safeParse(fields);
    const request = asked && this.codes.get(asked.code);
    if (!request) return undefined;
    this.codes.delete(asked.code);
    const challenge = createHash('sha256').update(asked.code_verifier).digest('base64url');
    const { client_id: client, redirect_uri, code_challenge, nonce, scope, login_hint: organization } = request;
    const isHis = asked.client_id === client && asked.redirect_uri === redirect_uri && challenge === code_challenge;
    return isHis && organization !== undefined ? { organization, client, nonce, scope } : undefined;
  }
}
