import type { AuditEntry } from '../../domain/audit/audit.ts';
import type { OrganizationId } from '../../domain/ids.ts';

/**
 * A line of the audit record as the organization may have it that it is about or that it tells of: whole where the
 * organization did it. Of what somebody else did it says what and when, and neither who, from where, nor why.
 */
export function shownEntry(entry: AuditEntry, organization: OrganizationId): object {
  if (entry.by.organization === organization && entry.by.as === 'member') return entry;
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
