import * as z from 'zod';
import { OrganizationId } from '../ids.ts';
import type { Organization } from '../organization/organization.ts';
import { dayIn } from '../time.ts';
import type { CountedAs } from './counted-as.ts';
import { addAll, addTo } from './counts.ts';

/** What was counted of some of a zone's organizations. */
export const OrganizationTally = z.strictObject({
  byKind: z.map(z.string(), z.int()),
  verified: z.int(),
  /** How many came on a day. */
  registered: z.map(z.string(), z.int()),
  /** Who is one party with whom, as the operator recorded it. */
  affiliates: z.map(OrganizationId, z.array(OrganizationId)),
  /** Those that the operator has taken out of the market. */
  suspended: z.set(OrganizationId),
});
export type OrganizationTally = z.infer<typeof OrganizationTally>;

/** Nothing counted yet. */
export const noOrganizations = (): OrganizationTally => ({
  byKind: new Map(),
  verified: 0,
  registered: new Map(),
  affiliates: new Map(),
  suspended: new Set(),
});

/** Whether the operator has verified anything of it: an unverified party has clearance 1 and no tags. */
const isVerified = ({ clearance, heldTags }: Organization): boolean => clearance > 1 || heldTags.length > 0;

/** Counts an organization. */
export function countOrganization(tally: OrganizationTally, organization: Organization, as: CountedAs): void {
  const { id, kind, affiliates, createdAt, suspension, erasedAt } = organization;
  if (suspension) tally.suspended.add(id);
  // What is left of one whose data was deleted is that there was one.
  if (as.leftOut.has(id) || erasedAt) return;
  addTo(tally.byKind, kind);
  if (isVerified(organization)) tally.verified += 1;
  addTo(tally.registered, dayIn(as.timeZone, createdAt));
  if (affiliates.length > 0) tally.affiliates.set(id, affiliates);
}

/** Adds what was counted of other organizations. */
export function addOrganizations(tally: OrganizationTally, other: OrganizationTally): void {
  addAll(tally.byKind, other.byKind);
  tally.verified += other.verified;
  addAll(tally.registered, other.registered);
  for (const [id, affiliates] of other.affiliates) tally.affiliates.set(id, affiliates);
  for (const id of other.suspended) tally.suspended.add(id);
}
