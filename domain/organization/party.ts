import type { Organization, Party } from './organization.ts';

const facts = ({ affiliates, clearance, heldTags, kind, suspended }: Party): string =>
  JSON.stringify([affiliates, clearance, heldTags, kind, suspended ?? false]);

/** The facts about an organization that judging needs. */
export function partyOf({ id, affiliates, clearance, heldTags, kind, suspension }: Organization): Party {
  return { id, affiliates, clearance, heldTags, kind, ...(suspension && { suspended: true }) };
}

/** Whether a change of the record can change what any pair is judged to be. */
export function isJudgedAlike(before: Organization | undefined, after: Organization): boolean {
  return before !== undefined && facts(partyOf(before)) === facts(partyOf(after));
}
