import { DemandId } from '../../domain/ids.ts';
import { type Contact, Organization } from '../../domain/organization/organization.ts';
import { isJudgedAlike } from '../../domain/organization/party.ts';
import { frame } from '../../events/envelope.ts';
import type { Outgoing } from '../_adapters/sqs/queue-sender.ts';
import { type ListingRequest, sendingInLanes } from '../_matching/lanes.ts';
import { requestAnew } from '../_matching/match-requests.ts';
import type { RowChange } from '../_runtime/stream-lambda.ts';
import type { Deps } from './deps.ts';

/** The changes of a batch that judging must hear of. */
function judgedAnew({ before, after }: RowChange): Organization | undefined {
  if (!after) return undefined;
  const organization = Organization.parse(after);
  return isJudgedAlike(before && Organization.parse(before), organization) ? undefined : organization;
}

/** A request to invite whoever of the changed organization's contacts is due it; none where all are confirmed. */
function invitationRequest({ sequence, after }: RowChange, zone: string): readonly Outgoing[] {
  const organization = after && Organization.parse(after);
  if (!organization?.contacts.some(({ confirmed }) => !confirmed)) return [];
  const { id: organizationId, version, updatedAt: time } = organization;
  const about = { id: `${organizationId}.v${version}.invitations`, zone, time };
  return [{ key: sequence, body: frame('invitations-requested.v1', about, { organizationId, version }) }];
}

/** The organization where somebody has become a contact that may be mailed. */
function withNewContact({ before, after }: RowChange): Organization | undefined {
  const organization = after && Organization.parse(after);
  const known = new Set((before && Organization.parse(before))?.contacts.filter(isConfirmed).map(({ email }) => email));
  return organization?.contacts.some((contact) => isConfirmed(contact) && !known.has(contact.email))
    ? organization
    : undefined;
}

const isConfirmed = ({ confirmed }: Contact): boolean => confirmed;

/**
 * A party whose clearance, held tags or affiliates changed has each of its listings judged anew; contacts that are not
 * confirmed are looked at with each change, so that saving the record again asks for an invitation anew. Whoever has become
 * a contact is told of what was found for each demand before.
 */
export const relayOrganizationChange = (deps: Deps) => {
  const { zone, listings } = deps;
  const sendMatchRequests = sendingInLanes(deps);

  async function requestsFor(organization: Organization): Promise<readonly ListingRequest[]> {
    const requests: ListingRequest[] = [];
    const occasion = { zone, time: organization.updatedAt, occasion: String(organization.version) };
    for await (const listing of listings.listedOf(deps.access, organization.id)) {
      requests.push({ listing, ...requestAnew(listing, 'organization-changed', occasion) });
    }
    return requests;
  }

  async function tellingsFor({ id, version, updatedAt: time }: Organization): Promise<readonly Outgoing[]> {
    const tellings: Outgoing[] = [];
    for await (const { id: listing } of listings.listedOf(deps.access, id)) {
      const { data: demandId } = DemandId.safeParse(listing);
      if (!demandId) continue;
      const key = `${demandId}.telling.v${version}`;
      tellings.push({ key, body: frame('telling-requested.v1', { id: key, zone, time }, { demandId }) });
    }
    return tellings;
  }

  return async (changes: readonly RowChange[]): Promise<ReadonlyMap<string, string>> => {
    const requests = changes.flatMap((change) => invitationRequest(change, zone));
    const failed = new Map(await deps.sendInvitations(requests));
    for (const change of changes) {
      const organization = judgedAnew(change);
      const notSent = organization
        ? await sendMatchRequests(await requestsFor(organization))
        : new Map<string, string>();
      const followed = withNewContact(change);
      const notTold = followed ? await deps.sendNotifications(await tellingsFor(followed)) : new Map<string, string>();
      for (const code of [...notSent.values(), ...notTold.values()]) failed.set(change.sequence, code);
    }
    return failed;
  };
};
