import type { OrganizationId } from '../../domain/ids.ts';
import { type Party, unverifiedParty } from '../../domain/organization/organization.ts';
import { partyOf } from '../../domain/organization/party.ts';
import type { makeJudgingDeps } from './judging.ts';

type Deps = Pick<ReturnType<typeof makeJudgingDeps>, 'judge' | 'organizations'>;

/** The parties behind these ids as they are verified; one without a record is verified of nothing. */
export async function partiesOf(deps: Deps, ids: Iterable<OrganizationId>): Promise<(id: OrganizationId) => Party> {
  const known = await deps.organizations.getMany(deps.judge, ids);
  return (id) => {
    const organization = known.get(id);
    return organization ? partyOf(organization) : unverifiedParty(id);
  };
}
