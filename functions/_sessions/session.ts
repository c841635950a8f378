import * as z from 'zod';
import { type MemberAccess, memberAccess, type OperatorAccess, operatorAccess } from '../../domain/access/access.ts';
import { OrganizationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { SigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { signedToken } from '../_links/signed-token.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { type Cookie, cookieOf } from './cookies.ts';

/** Who has signed in: for which organization, and the person as the identity provider names it. */
const Session = z.object({
  organizationId: OrganizationId,
  /** Left out: as a member. A session opens the pages of the one or of the other. */
  as: z.literal('operator').optional(),
  caller: z.string().min(1).max(255).optional(),
  exp: z.int(),
});

export const sessionToken = signedToken('session', Session);

/** How long somebody stays signed in, at most. */
export const sessionSeconds = 15 * 60;

export const sessionCookie = (publicBaseUrl: string): Cookie => ({ name: 'zonematch-session', publicBaseUrl });

/** Who has signed in here, as what; undefined for anybody else. */
export async function accessOfSession(
  event: HttpEvent,
  publicBaseUrl: string,
  keys: Pick<SigningKeys, 'byId'>,
  now: Instant,
): Promise<MemberAccess | OperatorAccess | undefined> {
  const session = await sessionToken.read(cookieOf(event, sessionCookie(publicBaseUrl)), keys, now);
  if (session === 'invalid' || session === 'expired') return undefined;
  const { requestId, http } = event.requestContext;
  const { organizationId: organization, caller, as } = session;
  const from = { requestId, address: http.sourceIp };
  if (as === undefined) return memberAccess({ organization, caller, from });
  // As behind the API: an operator whom nobody could name is none.
  return caller === undefined ? undefined : operatorAccess({ organization, caller, from });
}

/** The access of a member who has signed in here; undefined for anybody else, the operator too. */
export async function memberOfSession(
  ...[event, publicBaseUrl, keys, now]: Parameters<typeof accessOfSession>
): Promise<MemberAccess | undefined> {
  const access = await accessOfSession(event, publicBaseUrl, keys, now);
  return access?.as === 'member' ? access : undefined;
}
