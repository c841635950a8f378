import { z } from 'zod';
import { type MemberAccess, memberAccess } from '../../domain/access/access.ts';
import { OrganizationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { SigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { signedToken } from '../_links/signed-token.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { type Cookie, cookieOf } from './cookies.ts';

/** Who has signed in: for which organization, and the person as the identity provider names it. */
const Session = z.object({
  organizationId: OrganizationId,
  caller: z.string().min(1).max(255).optional(),
  exp: z.int(),
});

export const sessionToken = signedToken('session', Session);

/** How long somebody stays signed in, at most. */
export const sessionSeconds = 15 * 60;

export const sessionCookie = (publicBaseUrl: string): Cookie => ({ name: 'zonematch-session', publicBaseUrl });

/** The access of whoever has signed in here; undefined for anybody else. */
export async function memberOfSession(
  event: HttpEvent,
  publicBaseUrl: string,
  keys: Pick<SigningKeys, 'byId'>,
  now: Instant,
): Promise<MemberAccess | undefined> {
  const session = await sessionToken.read(cookieOf(event, sessionCookie(publicBaseUrl)), keys, now);
  if (session === 'invalid' || session === 'expired') return undefined;
  const { requestId, http } = event.requestContext;
  const { organizationId: organization, caller } = session;
  return memberAccess({ organization, caller, from: { requestId, address: http.sourceIp } });
}
