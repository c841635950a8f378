import * as z from 'zod';
import { OrganizationId } from '../domain/ids.ts';
import { envelope } from './envelope.ts';

/** An organization was changed and has contacts that are not confirmed: those that are due an invitation get one. */
export const InvitationsRequestedV1 = envelope(
  'invitations-requested.v1',
  z.strictObject({
    organizationId: OrganizationId,
    /** The version that the change made; who is invited is decided by the newest. */
    version: z.int().min(1),
  }),
);
export type InvitationsRequestedV1 = z.infer<typeof InvitationsRequestedV1>;
