import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { CompactSign, calculateJwkThumbprint, compactVerify, errors, type JWK } from 'jose';
import type * as z from 'zod';

/** What a statement says, so that none is taken for one of another kind. */
type Kind = 'zonematch-export' | 'zonematch-export-cursor' | 'zonematch-deletion';

const algorithm = 'EdDSA';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key pair that follows from a zone's secret (HKDF, RFC 5869; Ed25519, RFC 8032). */
function privateKeyOf(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), 'zonematch proof', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** The public half, as anybody needs it who checks a statement (RFC 7517). */
export async function publicKeyOf(secret: string): Promise<JWK> {
  const { kty = 'OKP', crv, x } = createPublicKey(privateKeyOf(secret)).export({ format: 'jwk' });
  const key = { kty, ...(crv !== undefined && { crv }), ...(x !== undefined && { x }) };
  return { ...key, kid: await calculateJwkThumbprint(key), use: 'sig', alg: algorithm };
}

/** Statements of one kind: a JWS (RFC 7515) that anybody can check who has the zone's public key. */
export const statement = <T>(kind: Kind, schema: z.ZodType<T>) => ({
  async sign(said: T, secret: string): Promise<string> {
    const { kid } = await publicKeyOf(secret);
    return new CompactSign(new TextEncoder().encode(JSON.stringify(said)))
      .setProtectedHeader({ alg: algorithm, typ: kind, ...(kid !== undefined && { kid }) })
      .sign(privateKeyOf(secret));
  },

  /** What a statement says; undefined where it was not signed here, or is of another kind. */
  async read(token: string, secret: string): Promise<T | undefined> {
    const key = createPublicKey(privateKeyOf(secret));
    try {
      const { payload, protectedHeader } = await compactVerify(token, key, { algorithms: [algorithm] });
      if (protectedHeader.typ !== kind) return undefined;
      return schema.safeParse(JSON.parse(new TextDecoder().decode(payload))).data;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
      throw error;
    }
  },
});
