import { describe, expect, it, test } from 'vitest';
import { inviteeAccess } from '../../domain/access/access.ts';
import {
  mayReadInvitation,
  mayTouchListing,
  mayTouchOrganization,
  mayWriteInvitation,
  mayWriteMatch,
} from '../../domain/access/visibility.ts';
import { EmailAddress, mailboxOf, maskedAddress, sameAddress } from '../../domain/contact/address.ts';
import {
  expiryOf,
  type Invitation,
  inState,
  invitationDue,
  prevailing,
  refusalOfMailbox,
  shownState,
  standingOf,
} from '../../domain/contact/invitation.ts';
import { answerFor } from '../../domain/organization/lifecycle.ts';
import { Instant } from '../../domain/time.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { memberOf, operator, org, system } from '../stores/ids.ts';

const contact = { email: 'data@insurer.example', locale: 'en', confirmed: false } as const;
const invitation = (fields: Partial<Invitation> = {}): Invitation => ({
  organizationId: org('org-insurer'),
  contact: 'c'.repeat(32),
  id: 'a'.repeat(32),
  state: 'sent',
  cause: 'org-insurer.v1.invitations',
  at: now,
  expiresAt: expiryOf(now),
  version: 2,
  ...fields,
});
const later = (ms: number): Instant => Instant.parse(new Date(Date.parse(now) + ms).toISOString());
const weekMs = 7 * 86_400_000;

describe('an invitation is due', () => {
  const due = (before: Invitation | undefined, cause = 'another', at = now) =>
    invitationDue(contact, before, cause, at);

  it('to whom is named for the first time, was held back, or was confirmed and is so no longer', () => {
    expect(due(undefined)).toBe('new');
    expect(due(invitation({ state: 'held' }))).toBe('new');
    expect(due(invitation({ state: 'confirmed' }))).toBe('new');
  });

  it.each(['sent', 'undeliverable', 'sending'] as const)('once the one before is over, where it is %s', (state) => {
    expect(due(invitation({ state }), 'another', later(weekMs - 1))).toBe('nothing');
    expect(due(invitation({ state }), 'another', later(weekMs))).toBe('new');
  });

  it('again, as the same, to the message that had begun to send it, and to no other', () => {
    const sending = invitation({ state: 'sending' });
    expect(due(sending, sending.cause)).toBe('begun');
    expect(due(sending)).toBe('nothing');
  });

  it('never to whom is confirmed, nor ever again to whom has refused', () => {
    expect(invitationDue({ confirmed: true }, undefined, 'any', now)).toBe('nothing');
    expect(due(invitation({ state: 'refused' }), 'another', later(1000 * weekMs))).toBe('nothing');
  });
});

describe('a link', () => {
  const link = { id: 'a'.repeat(32) };

  it.each(['sending', 'sent', 'undeliverable'] as const)('is open until its week is over, where it is %s', (state) => {
    const standing = (at: Instant) => standingOf(link, invitation({ state }), contact, at);
    expect(standing(now)).toBe('open');
    expect(standing(later(weekMs - 1))).toBe('open');
    expect(standing(later(weekMs))).toBe('expired');
  });

  it('can be refused alone where its address is gone, and is void where a newer one stands or nothing is on record', () => {
    expect(standingOf({ id: 'b'.repeat(32) }, invitation(), contact, now)).toBe('void');
    expect(standingOf(link, invitation(), undefined, now)).toBe('withdrawn');
    expect(standingOf(link, undefined, contact, now)).toBe('void');
  });

  it('says what was answered, for ever', () => {
    for (const state of ['confirmed', 'refused'] as const) {
      expect(standingOf(link, inState(invitation(), state, now), undefined, later(2 * weekMs))).toBe(state);
    }
  });
});

test('an organization is told what it can act on', () => {
  const told = (fields: Partial<Invitation>, at = now) => shownState(invitation(fields), at).state;
  expect(shownState(undefined, now)).toEqual({ state: 'asked' });
  expect(shownState(invitation(), now)).toEqual({ state: 'sent', at: now, expiresAt: expiryOf(now) });
  expect(told({ state: 'sending' })).toBe('asked');
  expect(told({ state: 'confirmed' })).toBe('asked');
  expect(told({}, later(weekMs))).toBe('expired');
  for (const state of ['held', 'refused'] as const) expect(told({ state }, later(weekMs))).toBe(state);
});

test('an answer changes the one contact, as a new version', () => {
  const other = { email: 'x@example.com', locale: 'en', confirmed: false } as const;
  const before = anOrganization({ contacts: [contact, other], version: 4 });
  const after = answerFor('DATA@insurer.example', true, before, now);
  expect(after).toEqual({ ...before, contacts: [{ ...contact, confirmed: true }, other], version: 5, updatedAt: now });
});

describe('whoever was invited', () => {
  const invitee = inviteeAccess({
    organization: org('org-insurer'),
    contact: 'c'.repeat(32),
    from: { requestId: 'request-1', address: '192.0.2.1' },
  });

  it('touches its own invitation and the organization that it was invited by, and nothing else', () => {
    expect(mayReadInvitation(invitee, invitation())).toBe(true);
    expect(mayWriteInvitation(invitee, invitation())).toBe(true);
    expect(mayTouchOrganization(invitee, { id: org('org-insurer') })).toBe(true);
    for (const other of [{ contact: 'd'.repeat(32) }, { organizationId: org('org-other') }]) {
      expect(mayReadInvitation(invitee, invitation(other))).toBe(false);
      expect(mayWriteInvitation(invitee, invitation(other))).toBe(false);
    }
    expect(mayTouchOrganization(invitee, { id: org('org-other') })).toBe(false);
    expect(mayTouchListing(invitee, anOffer({ organizationId: org('org-insurer') }))).toBe(false);
    expect(mayWriteMatch(invitee)).toBe(false);
  });

  it('refuses for its mailbox as well, once that is known', () => {
    const ofMailbox = invitation({ contact: 'd'.repeat(32) });
    const known = inviteeAccess({ ...invitee, mailbox: ofMailbox.contact });
    expect([mayReadInvitation(known, ofMailbox), mayWriteInvitation(known, ofMailbox)]).toEqual([true, true]);
    const refused = inState(invitation(), 'refused', now);
    expect(refusalOfMailbox(refused, ofMailbox.contact, ofMailbox)).toEqual({
      ...refused,
      contact: ofMailbox.contact,
      version: ofMailbox.version + 1,
    });
    expect(refusalOfMailbox(refused, ofMailbox.contact, undefined).version).toBe(1);
    expect(prevailing(invitation(), refused)).toBe(refused);
    expect(prevailing(refused, ofMailbox)).toBe(refused);
  });

  it('alone answers: a member reads its own organization’s invitations and writes none, as the operator', () => {
    expect(mayReadInvitation(memberOf('org-insurer'), invitation())).toBe(true);
    expect(mayReadInvitation(memberOf('org-other'), invitation())).toBe(false);
    expect(mayReadInvitation(operator, invitation())).toBe(true);
    for (const access of [memberOf('org-insurer'), operator])
      expect(mayWriteInvitation(access, invitation())).toBe(false);
    expect(mayWriteInvitation(system, invitation())).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    ['First.Last+tag@Example.com', 'firstlast@example.com'],
    ['f.i.r.s.t.last@example.COM', 'firstlast@example.com'],
    ['plain@xn--bcher-kva.example', 'plain@xn--bcher-kva.example'],
  ])('%s is taken for the mailbox %s by limits', (address, mailbox) => {
    expect(EmailAddress.safeParse(address).success).toBe(true);
    expect(mailboxOf(address)).toBe(mailbox);
  });

  it('has a name of at most 64 characters', () => {
    expect(EmailAddress.safeParse(`${'a'.repeat(64)}@example.com`).success).toBe(true);
    expect(EmailAddress.safeParse(`${'a'.repeat(65)}@example.com`).success).toBe(false);
  });

  it('is the same in any case, and shows its owner no more than it knows', () => {
    expect(sameAddress('A@example.com', 'a@EXAMPLE.com')).toBe(true);
    expect(sameAddress('a.b@example.com', 'ab@example.com')).toBe(false);
    expect(maskedAddress('someone@example.com')).toBe('s***@example.com');
  });
});
