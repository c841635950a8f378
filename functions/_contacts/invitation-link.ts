import { hkdfSync } from 'node:crypto';
import { CompactSign, compactVerify, errors } from 'jose';
import { z } from 'zod';
import { Invitation } from '../../domain/contact/invitation.ts';
import { type Instant, secondsOf } from '../../domain/time.ts';
import type { SigningKey, SigningKeys } from '../_adapters/secrets/signing-keys.ts';

/** What the signature of such a link is for, and of nothing else. */
const purpose = 'contact-invitation';
const algorithm = 'HS256';

/** What a link names: one invitation, of one address, to one organization. */
const Link = Invitation.pick({ organizationId: true, contact: true, id: true }).extend({ exp: z.int() });
export type Link = z.infer<typeof Link>;

export type ReadLink = Link | 'expired' | 'invalid';

/** A key of its own for this purpose (HKDF, RFC 5869): what is signed for another one is nothing here. */
const keyFor = ({ key }: SigningKey): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `zonematch ${purpose}`, 32));

/** The token of an invitation's link: a JWS (RFC 7515) that says which key it was signed with and when it ends. */
export async function signLink(
  { organizationId, contact, id, expiresAt }: Invitation,
  keys: Pick<SigningKeys, 'current'>,
): Promise<string> {
  const key = await keys.current();
  const link: Link = { organizationId, contact, id, exp: secondsOf(expiresAt) };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(link)))
    .setProtectedHeader({ alg: algorithm, kid: key.id, typ: purpose })
    .sign(keyFor(key));
}

function parseLink(payload: Uint8Array): Link | undefined {
  try {
    return Link.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return undefined;
  }
}

/** What a token names, where it was signed here and for this purpose. */
export async function readLink(token: string, keys: Pick<SigningKeys, 'byId'>, now: Instant): Promise<ReadLink> {
  const find = async ({ kid, typ }: { kid?: string; typ?: string }): Promise<Uint8Array> => {
    const key = typ === purpose && kid !== undefined ? await keys.byId(kid) : undefined;
    if (key) return keyFor(key);
    throw new errors.JWSInvalid('signed by no key of this zone');
  };
  try {
    const { payload } = await compactVerify(token, find, { algorithms: [algorithm] });
    const link = parseLink(payload);
    if (!link) return 'invalid';
    return secondsOf(now) >= link.exp ? 'expired' : link;
  } catch (error) {
    if (error instanceof errors.JOSEError) return 'invalid';
    throw error;
  }
}
