import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { makeAuditTrail } from '../../functions/_adapters/dynamo/audit-trail.ts';
import { makeHistoryStore } from '../../functions/_adapters/dynamo/history-store.ts';
import { makeListingPublisher } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { makeStopWriter } from '../../functions/_adapters/dynamo/stop-store.ts';
import { addressDigest, newEntryId } from '../../functions/_runtime/ids.ts';
import { deleteOrganization } from '../../functions/delete-organization/delete-organization.ts';
import { makeDeps } from '../../functions/delete-organization/deps.ts';
import { makeDeps as makeExportDeps } from '../../functions/export-organization/deps.ts';
import { exportOrganization } from '../../functions/export-organization/export-organization.ts';
import { keepOrganization } from '../../functions/keep-organization/keep-organization.ts';
import { suspendOrganizations } from '../../functions/suspend-organization/suspend-organization.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { memberOf, offerId, operator, org, system } from '../stores/ids.ts';
import { startTables, type Tables } from '../stores/tables.ts';
import { httpEvent } from './lambda-events.ts';

const note = 'Asked for by letter.';

let tables: Tables;
let deps: ReturnType<typeof makeDeps>;
let count = 0;
/** Each test deletes one of its own. */
let id = org('org-0');

const variables = () => ({
  ZONE_ID: 'cn-bj-data-pilot',
  PROOF_KEY_SECRET: 'secret',
  LISTINGS_AN_ORGANIZATION: '1000',
  LISTINGS_TABLE: tables.nameOf('Listings'),
  CANDIDATES_TABLE: tables.nameOf('Candidates'),
  AUDIT_TABLE: tables.nameOf('Audit'),
  USAGE_TABLE: tables.nameOf('Usage'),
  ORGANIZATIONS_TABLE: tables.nameOf('Organizations'),
  HISTORY_TABLE: tables.nameOf('History'),
  MATCHES_TABLE: tables.nameOf('Matches'),
  DELIVERIES_TABLE: tables.nameOf('Deliveries'),
  INVITATIONS_TABLE: tables.nameOf('Invitations'),
  PREFERENCES_TABLE: tables.nameOf('Preferences'),
});

beforeAll(async () => {
  tables = await startTables();
  deps = {
    ...makeDeps(variables()),
    proofKey: async () => 'a'.repeat(64),
  };
});
afterAll(() => tables?.stop());
beforeEach(async () => {
  count += 1;
  id = org(`org-${count}`);
  await deps.organizations.put(operator, anOrganization({ id }));
});

const history = () => makeHistoryStore(tables.client, tables.nameOf('History'));
const record = async (): Promise<Organization> =>
  (await deps.organizations.get(system, id)) ?? expect.fail('it is not on record');
const erase = () => deleteOrganization(deps).erase(operator, id, { note }, undefined);
/** As the stream of the table has it kept, a moment later. */
const keepParty = async () => history().keepParty(system, await record());

async function publish(offer: Offer): Promise<void> {
  const named = {
    listings: tables.nameOf('Listings'),
    candidates: tables.nameOf('Candidates'),
    partitions: onePartition,
    requests: tables.nameOf('Requests'),
    usage: tables.nameOf('Usage'),
    mostListings: 10,
  };
  const audit = makeAuditTrail(tables.client, tables.nameOf('Audit'), newEntryId);
  await makeListingPublisher(tables.client, named, audit).publish(memberOf(id), offer);
}

async function eraseWhole() {
  await erase();
  await keepParty();
  return erase();
}

describe('the export of an organization', () => {
  it('is the same in pages of one line each as in one page, where there is no time for more', async () => {
    const offer = anOffer({ id: offerId(900 + count), organizationId: id });
    await publish(offer);
    await history().keepListing(system, offer);
    await keepParty();
    const exporting = {
      ...makeExportDeps({ ...variables(), STOPS_TABLE: tables.nameOf('Stops') }),
      proofKey: deps.proofKey,
    };
    const whole = (await exportOrganization(exporting).begin(operator, id)) ?? expect.fail('it is not on record');
    let time = 0;
    const { begin, goOn } = exportOrganization({ ...exporting, elapsed: () => (time += 60_000) });
    let page = await begin(operator, id);
    const lines = [...(page?.lines ?? [])];
    while (page?.nextCursor !== undefined) {
      page = await goOn(operator, id, page.nextCursor);
      expect(page?.lines.length).toBeLessThan(2);
      lines.push(...(page?.lines ?? []));
    }
    expect(page?.statement).toBeDefined();
    const withoutExports = (all: readonly string[]) => all.filter((line) => !line.includes('organization-exported'));
    expect(withoutExports(lines)).toEqual(withoutExports(whole.lines));
    expect(lines.length).toBeGreaterThan(3);
  });

  it('says of no address that has not agreed to be a contact whether it is mailed', async () => {
    const [agreed, named] = ['agreed@example.com', 'named@rival.example'];
    const contacts = [agreed, named].map((email) => ({ email, locale: 'en' as const, confirmed: email === agreed }));
    await deps.organizations.put(operator, { ...(await record()), contacts, version: 2 });
    const name = tables.nameOf('Stops');
    const stops = makeStopWriter(
      tables.client,
      name,
      makeAuditTrail(tables.client, tables.nameOf('Audit'), newEntryId),
    );
    for (const contact of [agreed, named].map(addressDigest)) {
      const audited = { subject: contact, at: now, act: 'address-stopped' as const };
      await stops.stop(system, { contact, cause: 'complaint', at: now }, audited);
    }
    const exporting = { ...makeExportDeps({ ...variables(), STOPS_TABLE: name }), proofKey: deps.proofKey };
    const text = (await exportOrganization(exporting).begin(operator, id))?.lines.join() ?? '';
    expect(text).toContain(`"contact":"${addressDigest(agreed)}"`);
    expect(text).not.toContain(addressDigest(named));
  });
});

describe('the deletion of an organization', () => {
  it('waits for the history, so that nothing of it is recorded behind the deletion', async () => {
    await history().keepParty(system, await record());
    expect(await erase()).toMatchObject({ state: 'erasing' });
    expect((await record()).suspension).toMatchObject({ note });
    await keepParty();
    expect(await erase()).toMatchObject({ state: 'done', removed: { history: 2 } });
    expect(await Array.fromAsync(deps.kept.partyHistory(system, id))).toEqual([]);
    expect(await record()).toMatchObject({ erasedAt: expect.any(String), contacts: [] });
  });

  it('has what was posted in that very moment go, too, before it is proved again', async () => {
    expect(await eraseWhole()).toMatchObject({ state: 'done', removed: { listings: 0 } });
    const offer = anOffer({ id: offerId(count), organizationId: id });
    await publish(offer);
    expect(await erase()).toMatchObject({ state: 'erasing' });
    const [withdrawn] = await deps.listings.getMany(system, [offer.id]);
    await history().keepListing(system, withdrawn ?? expect.fail('it has gone already'));
    expect(await erase()).toMatchObject({ state: 'done', removed: { listings: 1, history: 2 } });
  });

  it('counts what two of them have go at once a single time', async () => {
    await keepParty();
    const rows = await Array.fromAsync(deps.kept.partyHistory(system, id));
    await deps.erasing.remove(system, id, rows, now);
    await expect(deps.erasing.remove(system, id, rows, now)).rejects.toThrow('deleted by somebody else');
    expect(await deps.erasing.counts(system, id)).toMatchObject({ history: 1 });
  });

  it('goes on for whoever asks for it in the same moment as somebody else', async () => {
    const answers = await Promise.all([erase(), erase(), erase()]);
    expect(answers.map((answer) => answer?.state)).toEqual(['erasing', 'erasing', 'erasing']);
    expect((await record()).suspension).toMatchObject({ note });
  });

  it('is for good: neither verified nor reinstated does it come back', async () => {
    await eraseWhole();
    const stores = { reader: deps.organizations, writer: deps.organizations };
    const event = (routeKey: string, body?: unknown) => {
      const asked = httpEvent(routeKey, { body, language: 'en', organization: 'zone', scope: 'operator' });
      Object.assign(asked.requestContext.authorizer.jwt.claims, { sub: 'user-1' });
      return { ...asked, pathParameters: { id } };
    };
    const profile = { name: 'Back', kind: 'private', jurisdiction: 'CN' };
    const keep = keepOrganization({ ...stores, clock: deps.clock, countRequest: async () => undefined });
    await expect(keep(event('PUT /v1/organizations/{id}', profile))).rejects.toMatchObject({ type: 'suspended' });
    const suspension = suspendOrganizations({ ...stores, clock: deps.clock, logger: deps.logger });
    await expect(suspension(event('DELETE /v1/organizations/{id}/suspension'))).rejects.toMatchObject({
      type: 'suspended',
    });
    expect(await record()).toHaveProperty('erasedAt');
  });
});
