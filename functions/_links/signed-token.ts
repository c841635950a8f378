import { hkdfSync } from 'node:crypto';
import { CompactSign, compactVerify, errors } from 'jose';
import type * as z from 'zod';
import { type Instant, secondsOf } from '../../domain/time.ts';
import type { SigningKey, SigningKeys } from '../_adapters/secrets/signing-keys.ts';

/** What a token is signed for, and for nothing else. */
type Purpose =
  | 'contact-invitation'
  | 'unsubscribe'
  | 'mail-preferences'
  | 'match-page'
  | 'sent-mail'
  | 'sign-in'
  | 'session';

/** What a token says ends at a time: seconds since 1970, as JWT has them (RFC 7519, 4.1.4). */
type Ending = { readonly exp: number };

type Read<T> = T | 'expired' | 'invalid';

const algorithm = 'HS256';

/** A key of its own for each purpose (HKDF, RFC 5869): what is signed for one is nothing for another. */
const keyFor = (purpose: Purpose, { key }: SigningKey): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `zonematch ${purpose}`, 32));

function parsed<T>(schema: z.ZodType<T>, payload: Uint8Array): T | undefined {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return undefined;
  }
}

/** Tokens of one purpose: a JWS (RFC 7515) that says which key it was signed with and when it ends. */
export const signedToken = <T extends Ending>(purpose: Purpose, schema: z.ZodType<T>) => ({
  async sign(said: T, keys: Pick<SigningKeys, 'current'>): Promise<string> {
    const key = await keys.current();
    return new CompactSign(new TextEncoder().encode(JSON.stringify(said)))
      .setProtectedHeader({ alg: algorithm, kid: key.id, typ: purpose })
      .sign(keyFor(purpose, key));
  },

  /** What a token says, where it was signed here and for this purpose. */
  async read(token: string, keys: Pick<SigningKeys, 'byId'>, now: Instant): Promise<Read<T>> {
    const find = async ({ kid, typ }: { kid?: string; typ?: string }): Promise<Uint8Array> => {
      const key = typ === purpose && kid !== undefined ? await keys.byId(kid) : undefined;
      if (key) return keyFor(purpose, key);
      throw new errors.JWSInvalid('signed by no key of this zone');
    };
    try {
      const { payload } = await compactVerify(token, find, { algorithms: [algorithm] });
      const said = parsed(schema, payload);
      if (!said) return 'invalid';
      return secondsOf(now) >= said.exp ? 'expired' : said;
    } catch (error) {
      if (error instanceof errors.JOSEError) return 'invalid';
      throw error;
    }
  },
});
