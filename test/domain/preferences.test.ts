import { describe, expect, it } from 'vitest';
import { type RecipientAccess, recipientAccess } from '../../domain/access/access.ts';
import {
  mayReadMatch,
  mayReadTelling,
  mayTouchListing,
  mayTouchOrganization,
  mayTouchPreferences,
  mayWriteMatch,
} from '../../domain/access/visibility.ts';
import { withdrawal } from '../../domain/contact/invitation.ts';
import { Preferences, wantsReport, withWanted } from '../../domain/contact/preferences.ts';
import { MatchId, OrganizationId } from '../../domain/ids.ts';
import { withdrawn } from '../../domain/organization/lifecycle.ts';
import { now } from '../builders/moment.ts';
import { anOrganization } from '../builders/organization.ts';
import { found, waiting } from './recorded-pairs.ts';

const organizationId = found.buyerId;
const contact = 'a'.repeat(32);
const owner = { organizationId, contact };
const other = OrganizationId.parse('org-other');

const reader = (fields: Partial<RecipientAccess> = {}): RecipientAccess =>
  recipientAccess({
    organization: organizationId,
    contact,
    matchId: found.id,
    from: { requestId: 'r', address: '203.0.113.7' },
    ...fields,
  });

describe('what an owner wants', () => {
  it('is written where it is another thing than before, and not where it is the same', () => {
    expect(withWanted(owner, undefined, { matches: 'as-posted' }, now)).toBeUndefined();
    const first = withWanted(owner, undefined, { matches: 'off' }, now);
    expect(Preferences.parse(first)).toEqual({ ...owner, matches: 'off', at: now, version: 1 });
    expect(withWanted(owner, first, { matches: 'off' }, now)).toBeUndefined();
    expect(withWanted(owner, first, { locale: 'en' }, now)).toMatchObject({ matches: 'off', locale: 'en', version: 2 });
    // What was left to the organization is said now.
    expect(withWanted(owner, first, { supplierReport: 'off' }, now)).toMatchObject({
      supplierReport: 'off',
      version: 2,
    });
  });

  it('is a weekly report where it says so, or says nothing and its organization does', () => {
    for (const [supplierReport, own, wanted] of [
      ['weekly', undefined, true],
      ['weekly', 'off', false],
      ['off', 'weekly', true],
      ['off', undefined, false],
    ] as const) {
      expect(wantsReport({ supplierReport }, { supplierReport: own })).toBe(wanted);
    }
    expect(wantsReport({ supplierReport: 'weekly' }, undefined)).toBe(true);
  });
});

describe('a withdrawal', () => {
  it('takes every spelling of the mailbox, and nobody else’s address', () => {
    const emails = ['no.more@a.example', 'nomore+x@a.example', 'nomore@b.example'];
    const contacts = emails.map((email) => ({ email, locale: 'en' as const, confirmed: true }));
    const before = anOrganization({ contacts });
    const after = withdrawn('No.More@a.example', before, now);
    expect(after?.contacts.map(({ confirmed }) => confirmed)).toEqual([false, false, true]);
    expect(after?.version).toBe(before.version + 1);
    expect(withdrawn('nobody@a.example', before, now)).toBeUndefined();
  });

  it('is a refusal, whether or not there was an invitation', () => {
    const id = 'b'.repeat(32);
    const refused = withdrawal({ ...owner, mailbox: contact, id }, undefined, now);
    expect(refused).toMatchObject({ ...owner, id, state: 'refused', version: 1 });
    const again = withdrawal({ ...owner, id: 'c'.repeat(32) }, refused, now);
    expect(again).toMatchObject({ id, mailbox: contact, state: 'refused', version: 2 });
  });
});

describe('whoever was mailed', () => {
  it('reads the one match that its link names, as the buyer, while both sides may', () => {
    expect(mayReadMatch(reader(), found)).toBe(true);
    const strangers = [
      reader({ organization: other }),
      reader({ organization: found.supplierId }),
      reader({ matchId: MatchId.parse(`match-${'0'.repeat(32)}`) }),
      recipientAccess({ organization: organizationId, contact, from: { requestId: 'r', address: '203.0.113.7' } }),
    ];
    for (const stranger of strangers) expect(mayReadMatch(stranger, found)).toBe(false);
    expect(mayReadMatch(reader({ matchId: waiting.id }), waiting)).toBe(false);
    expect(mayWriteMatch(reader())).toBe(false);
  });

  it('reads what it was told of that match, and its own preferences; no listing, and nobody else’s', () => {
    const told = { contact: contact.slice(0, 16), matchId: found.id };
    expect(mayReadTelling(reader(), told)).toBe(true);
    expect(mayReadTelling(reader(), { ...told, contact: 'b'.repeat(16) })).toBe(false);
    expect(mayReadTelling(reader({ organization: other, contact: 'b'.repeat(32) }), told)).toBe(false);
    expect(mayTouchPreferences(reader(), owner)).toBe(true);
    expect(mayTouchPreferences(reader(), { ...owner, contact: 'b'.repeat(32) })).toBe(false);
    expect(mayTouchPreferences(reader(), { ...owner, organizationId: other })).toBe(false);
    expect(mayTouchOrganization(reader(), { id: other })).toBe(false);
    expect(mayTouchListing(reader(), { organizationId })).toBe(false);
  });
});
