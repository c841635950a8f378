import { expiryOf, type Invitation, inState, invitationDue, prevailing } from '../../domain/contact/invitation.ts';
import type { Contact, Organization } from '../../domain/organization/organization.ts';
import { dayIn, timeOfDayIn } from '../../domain/time.ts';
import type { InvitationsRequestedV1 } from '../../events/invitations-requested.v1.ts';
import { signInvitation } from '../_links/invitation-link.ts';
import { renderInvitation } from '../_mail/invitation-mail.ts';
import { confirmationLink } from '../_mail/mail-links.ts';
import { addressDigest, contactDigest, mailboxDigest, mailIdOf } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';
import { countInvitation } from './invitation-limits.ts';

/**
 * Invites those contacts of an organization that are not confirmed and are due an invitation. What is about to be mailed is
 * written first, so that nobody is invited twice: after a crash the same message mails the same invitation again, under the
 * same Message-ID, and no other message does.
 */
export const inviteContacts = (deps: Omit<Deps, 'park' | 'putOff'>) => {
  const { access, clock, invitations, logger } = deps;
  const count = countInvitation(deps);

  /**
   * Writes a new invitation; undefined where none goes out: for the day's limits, for an address that is mailed no more, or as
   * another was faster. The limits come first: whether an address is stopped must not be felt out by naming it.
   */
  async function begin(
    organization: Organization,
    { email }: Contact,
    before: Invitation | undefined,
    { cause, isStopped }: { readonly cause: string; readonly isStopped: boolean },
  ): Promise<Invitation | undefined> {
    const at = clock();
    const contact = contactDigest(email);
    const mayGo = await count(organization.id, email, at);
    const state = isStopped ? 'undeliverable' : 'sending';
    const invitation: Invitation = {
      organizationId: organization.id,
      contact: addressDigest(email),
      mailbox: mailboxDigest(email),
      id: deps.newInvitationId(),
      state: mayGo ? state : 'held',
      cause,
      at,
      expiresAt: expiryOf(at),
      version: (before?.version ?? 0) + 1,
    };
    if (!mayGo || isStopped) {
      const said = mayGo ? 'invitation not sent to a stopped address' : 'invitation held';
      logger.warn(said, { organizationId: organization.id, contact });
      await invitations.save(access, invitation);
      return undefined;
    }
    const { id: subject, version } = organization;
    const begun = await invitations.begin(access, invitation, {
      subject,
      version,
      at,
      act: 'contact-invited',
      contact,
    });
    return begun ? invitation : undefined;
  }

  async function mail({ name }: Organization, { email, locale }: Contact, invitation: Invitation): Promise<void> {
    const { publicBaseUrl, timeZone, zone } = deps;
    const { expiresAt, id, organizationId } = invitation;
    const link = confirmationLink(publicBaseUrl, await signInvitation(invitation, deps.keys));
    const until = `${dayIn(timeZone, expiresAt)} ${timeOfDayIn(timeZone, expiresAt)} (${timeZone})`;
    const rendered = renderInvitation({ locale, zone, organization: { name }, link, until });
    const messageId = mailIdOf(['invitation', id], new URL(publicBaseUrl).hostname);
    await deps.pace();
    const headers = await deps.mark(email, clock());
    const sent = await deps.mailer.send({ to: email, locale, messageId, headers, ...rendered });
    const about = { organizationId, contact: contactDigest(email) };
    if (sent.outcome === 'accepted') logger.info('contact invited', about);
    else {
      logger.error('invitation refused', { ...about, reason: sent.reason });
      if (sent.about === 'address') await deps.stopAddress(email, 'refused', sent.reason);
    }
    // Who answered before this is written stays answered.
    await invitations.save(
      access,
      inState(invitation, sent.outcome === 'accepted' ? 'sent' : 'undeliverable', clock()),
    );
  }

  async function invite(organization: Organization, contact: Contact, cause: string): Promise<void> {
    const [address, mailbox] = [addressDigest(contact.email), mailboxDigest(contact.email)];
    const before = await invitations.get(access, organization.id, address);
    const ofMailbox = mailbox === address ? before : await invitations.get(access, organization.id, mailbox);
    const due = invitationDue(contact, prevailing(before, ofMailbox), cause, clock());
    if (due === 'nothing') return;
    const isStopped = (await deps.stops.get(access, address)) !== undefined;
    const invitation = due === 'begun' ? before : await begin(organization, contact, before, { cause, isStopped });
    if (!invitation) return;
    // One that was begun before its address was stopped.
    if (isStopped) await invitations.save(access, inState(invitation, 'undeliverable', clock()));
    else await mail(organization, contact, invitation);
  }

  return async ({ id: cause, data }: InvitationsRequestedV1): Promise<void> => {
    const organization = await deps.organizations.get(access, data.organizationId);
    const done = await Promise.allSettled(
      (organization?.contacts ?? []).map((contact) => organization && invite(organization, contact, cause)),
    );
    // One contact's failing must not keep the others from their invitation; then the whole is tried again.
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  };
};
