import * as z from 'zod';
import { Invitation } from '../../domain/contact/invitation.ts';
import { secondsOf } from '../../domain/time.ts';
import type { SigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { signedToken } from './signed-token.ts';

/** What the link of an invitation names: one invitation, of one address, to one organization. */
const InvitationLink = Invitation.pick({ organizationId: true, contact: true, id: true }).extend({ exp: z.int() });
export type InvitationLink = z.infer<typeof InvitationLink>;

export const invitationToken = signedToken('contact-invitation', InvitationLink);

/** The token of an invitation's link. */
export const signInvitation = (
  { organizationId, contact, id, expiresAt }: Invitation,
  keys: Pick<SigningKeys, 'current'>,
): Promise<string> => invitationToken.sign({ organizationId, contact, id, exp: secondsOf(expiresAt) }, keys);
