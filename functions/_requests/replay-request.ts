import * as z from 'zod';
import { ListingId, OrganizationId } from '../../domain/ids.ts';

/** What is judged anew: one listing, every listed listing of an organization, or everything. */
export const ReplayRequest = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('listing'), id: ListingId }),
  z.strictObject({ of: z.literal('organization'), id: OrganizationId }),
  z.strictObject({ of: z.literal('everything') }),
]);
export type ReplayRequest = z.infer<typeof ReplayRequest>;
