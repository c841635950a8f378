import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The claims of a token that was let through, or why it was not: to the caller it is the same 401. */
export type Authorize = (authorization: string | undefined) => Promise<JWTPayload | undefined>;

/** API Gateway takes RSA signatures alone. */
const algorithms = ['RS256', 'RS384', 'RS512'];

/**
 * Checks tokens as API Gateway's JWT authorizer does ("Controlling access to HTTP APIs with JWT authorizers"): key from
 * the issuer's discovery document by `kid`, `iss`, `aud` or else `client_id`, `exp`, `nbf`, `iat`.
 */
export function makeAuthorizer(issuer: string, audience: readonly string[]): Authorize {
  let keys: JWTVerifyGetKey | undefined;

  async function discover(): Promise<JWTVerifyGetKey> {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    return createRemoteJWKSet(new URL(Discovery.parse(await answer.json()).jwks_uri));
  }

  const namesAudience = ({ aud, client_id }: JWTPayload): boolean => {
    const named = aud === undefined ? [client_id] : [aud].flat();
    return named.some((name) => typeof name === 'string' && audience.includes(name));
  };

  return async (authorization) => {
    const token = authorization?.replace(/^Bearer\s+/i, '');
    if (!token) return undefined;
    try {
      const options = { issuer, algorithms, requiredClaims: ['exp'] };
      keys ??= await discover();
      const { payload, protectedHeader } = await jwtVerify(token, keys, options);
      if (protectedHeader.kid === undefined) return undefined;
      const issuedLater = payload.iat !== undefined && payload.iat > Date.now() / 1000 + 60;
      return namesAudience(payload) && !issuedLater ? payload : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Whether a token has at least one of the scopes that a route asks for. */
export function hasScope(claims: JWTPayload, scopes: readonly string[]): boolean {
  const text = claims['scope'] ?? claims['scp'] ?? '';
  const held = Array.isArray(text) ? text.map(String) : String(text).split(' ');
  return scopes.length === 0 || scopes.some((scope) => held.includes(scope));
}
