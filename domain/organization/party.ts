import type { Organization, Party } from './organization.ts';

const facts = ({ affiliates, clearance, heldTags, kind }: Party): string =>
  JSON.stringify([affiliates, clearance, heldTags, kind]);

/** The facts about an organization that judging needs. */
export function partyOf({ id, affiliates, clearance, heldTags, kind }: Organization): Party {
  return { id, affiliates, clearance, heldTags, kind };
}

/** Whether a change of the record can change what any pair is judged to be. */
export function isJudgedAlike(before: Organization | undefined, after: Organization): boolean {
  return before !== undefined && facts(before) === facts(after);
}
