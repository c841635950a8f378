import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteeAccess } from '../../domain/access/access.ts';
import { expiryOf, type Invitation, inState } from '../../domain/contact/invitation.ts';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import { makeAuditReader, makeAuditTrail } from '../../functions/_adapters/dynamo/audit-trail.ts';
import { parseCursor } from '../../functions/_adapters/dynamo/cursor.ts';
import {
  makeInvitationAnswerer,
  makeInvitationReader,
  makeInvitationWriter,
} from '../../functions/_adapters/dynamo/invitation-store.ts';
import { makeListingReader } from '../../functions/_adapters/dynamo/listing-reader.ts';
import { makeListingPublisher, makeListingWriter } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { makeOrganizationReader, makeOrganizationWriter } from '../../functions/_adapters/dynamo/organization-store.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { matchId, memberOf, offerId, operator, org, system } from './ids.ts';
import { startTables, type Tables } from './tables.ts';

let tables: Tables;
const trail = (newId: () => string = randomUUID) => makeAuditTrail(tables.client, tables.nameOf('Audit'), newId);
const named = () => ({
  listings: tables.nameOf('Listings'),
  candidates: tables.nameOf('Candidates'),
  partitions: onePartition,
  requests: tables.nameOf('Requests'),
  usage: tables.nameOf('Usage'),
  mostListings: 1000,
});
const writer = () => makeListingWriter(tables.client, named(), trail());
const publisher = () => makeListingPublisher(tables.client, named(), trail());
const reader = () => makeListingReader(tables.client, tables.nameOf('Listings'));
const entries = () => makeAuditReader(tables.client, tables.nameOf('Audit'));
const everything = { limit: 100 };

beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

describe('a store', () => {
  it('gives a member its own listing, and of anyone else’s nothing', async () => {
    const offer = anOffer({ id: offerId(1), organizationId: org('org-own') });
    await publisher().publish(memberOf('org-own'), offer);
    expect(await reader().get(memberOf('org-own'), offer.id)).toEqual(offer);
    expect(await reader().get(memberOf('org-rival'), offer.id)).toBeUndefined();
    expect(await reader().getMany(memberOf('org-rival'), [offer.id])).toEqual([]);
    expect(await reader().pageOf(memberOf('org-rival'), 'offer', everything)).toEqual({ items: [] });
  });

  it('writes nothing of a member’s into another organization, nor over its listing', async () => {
    const offer = anOffer({ id: offerId(2), organizationId: org('org-own') });
    await expect(publisher().publish(memberOf('org-rival'), offer)).rejects.toThrow('may not write');
    await publisher().publish(memberOf('org-own'), offer);
    const over = writer().save(memberOf('org-rival'), { ...offer, version: 2 }, offer);
    await expect(over).rejects.toThrow('may not write');
    const stolen = { ...offer, version: 2, organizationId: org('org-rival') };
    expect(await writer().save(memberOf('org-rival'), stolen, { ...offer, organizationId: org('org-rival') })).toBe(
      'overtaken',
    );
    expect(await reader().get(system, offer.id)).toEqual(offer);
  });

  it('gives a member no row because others that it asks for are its own', async () => {
    const [own, other] = [
      anOffer({ id: offerId(5), organizationId: org('org-own') }),
      anOffer({ id: offerId(6), organizationId: org('org-other') }),
    ];
    for (const offer of [own, other]) await publisher().publish(memberOf(offer.organizationId), offer);
    expect(await reader().getMany(memberOf('org-own'), [own.id, other.id])).toEqual([own]);
  });

  it('gives a member its own organization alone', async () => {
    const name = tables.nameOf('Organizations');
    const organization = anOrganization({ id: org('org-own') });
    await makeOrganizationWriter(tables.client, name, trail()).put(operator, organization);
    const organizations = makeOrganizationReader(tables.client, name);
    expect(await organizations.get(memberOf('org-rival'), organization.id)).toBeUndefined();
    expect(await organizations.get(memberOf('org-own'), organization.id)).toEqual(organization);
    const writing = makeOrganizationWriter(tables.client, name, trail());
    expect(() => writing.put(memberOf('org-rival'), { ...organization, version: 2 })).toThrow('may not write');
  });
});

describe('an invitation on record', () => {
  const organization = anOrganization({ id: org('org-inviting'), version: 1 });
  const invited: Invitation = {
    organizationId: organization.id,
    contact: 'c'.repeat(32),
    id: 'a'.repeat(32),
    state: 'sending',
    cause: 'test',
    at: now,
    expiresAt: expiryOf(now),
    version: 1,
  };
  const from = { requestId: 'request-1', address: '192.0.2.1' };
  const invitee = inviteeAccess({ organization: organization.id, contact: invited.contact, from });
  const audited = { subject: organization.id, at: now, act: 'contact-confirmed', contact: 'c'.repeat(16) } as const;
  const names = () => ({ invitations: tables.nameOf('Invitations'), organizations: tables.nameOf('Organizations') });
  const invitations = () => makeInvitationReader(tables.client, names().invitations);
  const inviting = () => makeInvitationWriter(tables.client, names().invitations, trail());
  const answer = () => makeInvitationAnswerer(tables.client, names(), trail());

  it('is begun by one of two, answered by one of two, and no answer is written without its organization', async () => {
    await makeOrganizationWriter(tables.client, names().organizations, trail()).put(operator, organization);
    expect(await inviting().begin(system, invited, { ...audited, act: 'contact-invited' })).toBe(true);
    expect(await inviting().begin(system, invited, { ...audited, act: 'contact-invited' })).toBe(false);
    const invitation = inState(invited, 'confirmed', now);
    const late = { ...organization, version: 7 };
    expect(await answer()(invitee, { invitation, organization: late, audited })).toBe(false);
    expect(await invitations().get(invitee, organization.id, invited.contact)).toEqual(invited);
    const next = { ...organization, version: 2 };
    expect(await answer()(invitee, { invitation, organization: next, audited })).toBe(true);
    const refused = { invitation: inState(invited, 'refused', now), organization: undefined, audited };
    expect(await answer()(invitee, refused)).toBe(false);
    expect(await invitations().own(memberOf('org-inviting'))).toEqual([invitation]);
    const { items } = await entries().page(operator, { subject: organization.id }, everything);
    expect(items.filter(({ by }) => by.as === 'invitee')).toMatchObject([{ act: 'contact-confirmed', from }]);
  });

  it('is nobody else’s to read or answer', async () => {
    const other = inviteeAccess({ organization: organization.id, contact: 'd'.repeat(32), from });
    expect(await invitations().get(other, organization.id, invited.contact)).toBeUndefined();
    expect(await invitations().own(memberOf('org-rival'))).toEqual([]);
    const invitation = { ...inState(invited, 'refused', now), version: 3 };
    expect(() => answer()(other, { invitation, organization: undefined, audited })).toThrow('may not write');
    const foreign = anOrganization({ id: org('org-rival') });
    expect(() => answer()(invitee, { invitation, organization: foreign, audited })).toThrow('may not write');
  });
});

describe('the audit record', () => {
  it('has a line for what was written, in the same transaction: none where it was not', async () => {
    const offer = anOffer({ id: offerId(3), organizationId: org('org-lines') });
    await publisher().publish(memberOf('org-lines'), offer);
    const next = { ...offer, version: 2 };
    expect(await writer().save(memberOf('org-lines'), next, offer)).toBe('saved');
    expect(await writer().save(memberOf('org-lines'), next, offer)).toBe('overtaken');
    const { items } = await entries().page(operator, { subject: offer.id }, everything);
    expect(items.map(({ act, version }) => `${act} ${version}`).toSorted()).toEqual([
      'listing-published 1',
      'listing-revised 2',
    ]);
  });

  it('is added to and never written over', async () => {
    const shown = { subject: offerId(4), at: now, act: 'match-read', matchId: matchId(4), version: 1 } as const;
    const same = trail(() => 'the-same-id');
    await same.record(memberOf('org-first'), [shown]);
    await expect(same.record(memberOf('org-second'), [{ ...shown, version: 2 }])).rejects.toThrow('there already');
    const { items } = await entries().page(operator, { subject: shown.subject }, everything);
    expect(items).toMatchObject([{ version: 1, by: { organization: 'org-first' } }]);
  });

  it('takes more lines at once than a transaction has writes', async () => {
    const lines = Array.from({ length: 130 }, (_, n) => ({
      subject: offerId(1000 + n),
      at: now,
      act: 'match-mailed' as const,
      to: org('org-mailed'),
    }));
    await trail().record(system, lines);
    const first = await entries().page(operator, { organization: org('org-mailed') }, everything);
    const after = parseCursor(first.nextCursor ?? '') ?? expect.fail('there is no second page');
    const second = await entries().page(operator, { organization: org('org-mailed') }, { ...everything, after });
    expect(new Set([...first.items, ...second.items].map(({ subject }) => subject)).size).toBe(130);
  });
});
