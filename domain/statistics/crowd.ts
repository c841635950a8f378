import type { OrganizationId } from '../ids.ts';
import { previewLimits } from '../preview/limits.ts';

const { crowd, organizations: fewestParties } = previewLimits;

/** Which party an organization is part of: affiliates are one, as their affiliates are. */
export type PartyOf = (organization: OrganizationId) => OrganizationId;

/** Joins organizations with those that are recorded as their affiliates, in any order and by whatever side. */
export function partiesOf(affiliates: ReadonlyMap<OrganizationId, readonly OrganizationId[]>): PartyOf {
  const above = new Map<OrganizationId, OrganizationId>();
  const partyOf: PartyOf = (organization) => {
    let party = organization;
    for (let next = above.get(party); next !== undefined; next = above.get(party)) party = next;
    return party;
  };
  for (const [organization, others] of affiliates) {
    for (const other of others) {
      const [one, joined] = [partyOf(organization), partyOf(other)].toSorted();
      if (one !== undefined && joined !== undefined && one !== joined) above.set(joined, one);
    }
  }
  return partyOf;
}

/** How many things there are, of how many parties, and how many are the largest one's. */
type Crowd = { readonly count: number; readonly parties: number; readonly largest: number };

/** The crowd that these owners are, each with how many of the things. */
export function crowdOf(owners: ReadonlyMap<OrganizationId, number> | undefined, partyOf: PartyOf): Crowd {
  const parties = new Map<OrganizationId, number>();
  for (const [owner, count] of owners ?? []) {
    const party = partyOf(owner);
    parties.set(party, (parties.get(party) ?? 0) + count);
  }
  const counts = [...parties.values()];
  return {
    count: counts.reduce((sum, count) => sum + count, 0),
    parties: counts.length,
    largest: counts.reduce((most, count) => Math.max(most, count), 0),
  };
}

/** Whether things may be told of by what they have in common: five at least, of three parties. */
export const isTellable = ({ count, parties }: Crowd): boolean => count >= crowd && parties >= fewestParties;

/** Whether none of the parties is most of the crowd: else the others could tell how much is its. */
export const isBalanced = (all: Crowd): boolean => isTellable(all) && all.largest * 2 <= all.count;
