import { z } from 'zod';
import { ListingId, MatchId, OrganizationId } from '../../domain/ids.ts';
import { PageParameters } from '../_runtime/page-parameters.ts';

/** Either a thing or an organization; which of the two, the Lambda checks. */
export const AuditQuery = z.strictObject({
  ...PageParameters,
  subject: z.union([ListingId, MatchId, OrganizationId]).optional(),
  organization: OrganizationId.optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
