import type { OrganizationId } from '../ids.ts';

/** How many there are of each. */
export type Counts = Map<string, number>;

export function addTo(counts: Counts, of: string, count = 1): void {
  counts.set(of, (counts.get(of) ?? 0) + count);
}

/** Adds one count of things to another. */
export function addAll(counts: Counts, others: Counts): void {
  for (const [of, count] of others) addTo(counts, of, count);
}

/** How many there are of each, and whose: of an organization, how many. */
export type Owned = Map<string, Map<OrganizationId, number>>;

export function addOwned(owned: Owned, of: string, owner: OrganizationId, count = 1): void {
  const owners = owned.get(of) ?? new Map<OrganizationId, number>();
  owned.set(of, owners);
  owners.set(owner, (owners.get(owner) ?? 0) + count);
}

export function addAllOwned(owned: Owned, others: Owned): void {
  for (const [of, owners] of others) for (const [owner, count] of owners) addOwned(owned, of, owner, count);
}

/** Sums that may be more than a number holds exactly: bytes, and money in minor units. */
export type Sums = Map<string, bigint>;

export function addSum(sums: Sums, of: string, amount: bigint): void {
  sums.set(of, (sums.get(of) ?? 0n) + amount);
}

export function addAllSums(sums: Sums, others: Sums): void {
  for (const [of, amount] of others) addSum(sums, of, amount);
}

/** Since when something is so, the earliest first known. */
export type Firsts = Map<OrganizationId, string>;

export function noteFirst(firsts: Firsts, of: OrganizationId, at: string): void {
  const known = firsts.get(of);
  if (known === undefined || at < known) firsts.set(of, at);
}

export function noteFirsts(firsts: Firsts, others: Firsts): void {
  for (const [of, at] of others) noteFirst(firsts, of, at);
}
