import * as z from 'zod';
import { AddressDigest } from '../../domain/contact/stop.ts';
import { ListingId, MatchId, OrganizationId } from '../../domain/ids.ts';
import { PageParameters } from '../_runtime/page-parameters.ts';

/** Either a thing or an organization; which of the two, the Lambda checks. */
export const AuditQuery = z.strictObject({
  ...PageParameters,
  subject: z.union([ListingId, MatchId, OrganizationId, AddressDigest]).optional(),
  organization: OrganizationId.optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
