import type { AuditEntry, AuditedAct } from '../../domain/audit/audit.ts';
import type { OrganizationId } from '../../domain/ids.ts';

/** What others did that tells of what the organization cannot see: pairs under review, and whoever felt out the market. */
const untold: ReadonlySet<AuditedAct> = new Set([
  'review-read',
  'review-cleared',
  'review-rejected',
  'verdict-read',
  'preview-read',
  'audit-read',
]);

/**
 * A line of the audit record as the organization may have it that it is about or that it tells of: whole where the
 * organization did it. Of what somebody else did it says what and when, and neither who, from where, nor why; undefined
 * where it is not the organization's to know at all.
 */
export function shownEntry(entry: AuditEntry, organization: OrganizationId): object | undefined {
  if (entry.by.organization === organization && entry.by.as === 'member') return entry;
  if (untold.has(entry.act)) return undefined;
  const { subject, id, at, act, by, version, matchId, contact, to } = entry;
  const isTold = to === organization;
  return {
    subject,
    id,
    at,
    act,
    by: { as: by.as },
    ...(version !== undefined && { version }),
    ...(matchId !== undefined && { matchId }),
    // The digest of an address is of the organization's own contact where it was told, or is the one that it is about.
    ...((isTold || subject === organization) && contact !== undefined && { contact }),
    ...(isTold && { to }),
  };
}
