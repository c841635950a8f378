import { type Invitation, prevailing, shownState } from '../../domain/contact/invitation.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { organizationAnswer, organizationIdIn } from '../_organizations/organization-answer.ts';
import { memberOf, operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { addressDigest, mailboxDigest } from '../_runtime/ids.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** A member reads its own organization and what became of inviting its contacts, the operator those of any. */
export const readOrganizations = ({ audit, clock, invitations, organizations }: Omit<Deps, 'logger'>) => {
  /** What became of inviting each contact that is not confirmed. */
  function invitationsAnswer({ contacts }: Organization, all: readonly Invitation[]): HttpAnswer {
    const byContact = new Map(all.map((invitation) => [invitation.contact, invitation]));
    const now = clock();
    const items = contacts
      .filter(({ confirmed }) => !confirmed)
      .map(({ email }) => {
        const [own, ofMailbox] = [byContact.get(addressDigest(email)), byContact.get(mailboxDigest(email))];
        return { email, ...shownState(prevailing(own, ofMailbox), now) };
      });
    return jsonAnswer(200, { items });
  }

  async function readOwn(event: HttpEvent): Promise<HttpAnswer> {
    const access = memberOf(event);
    const organization = await organizations.get(access, access.organization);
    if (!organization) throw notFound();
    if (event.routeKey.endsWith('/invitations')) return invitationsAnswer(organization, await invitations.own(access));
    return organizationAnswer(200, organization);
  }

  async function readAny(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const organization = await organizations.get(access, organizationIdIn(event.pathParameters));
    if (!organization) throw notFound();
    const { id: subject, version } = organization;
    await audit.record(access, [{ subject, version, at: clock(), act: 'organization-read' }]);
    if (event.routeKey.endsWith('/invitations'))
      return invitationsAnswer(organization, await invitations.of(access, subject));
    return organizationAnswer(200, organization);
  }

  return (event: HttpEvent): Promise<HttpAnswer> =>
    /^GET \/v1\/organization(\/|$)/.test(event.routeKey) ? readOwn(event) : readAny(event);
};
