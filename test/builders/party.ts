import { OrganizationId } from '../../domain/ids.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import type { Party } from '../../domain/organization/organization.ts';
import { now, today } from './moment.ts';
import { anOrganization } from './organization.ts';

/** The facts about the buyer of the base demand; with those given in place of its own. */
export function aParty(facts: Partial<Party> = {}): Party {
  const { id, affiliates, clearance, heldTags, kind } = anOrganization();
  return { id, affiliates, clearance, heldTags, kind, ...facts };
}

/** The supplier of the base offer. */
export const aSupplier = (facts: Partial<Party> = {}): Party =>
  aParty({ id: OrganizationId.parse('org-supplier'), ...facts });

/** The facts by which the base pair is judged; with those given in place of their own. */
export const someFacts = (facts: Partial<Facts> = {}): Facts => ({
  now,
  today,
  buyer: aParty(),
  supplier: aSupplier(),
  ...facts,
});
