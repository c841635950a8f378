import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { putBackParked, withFaults } from '../../infra/local/control/client.ts';
import { readTellings } from '../../infra/torture/tellings.ts';
import { Invitee } from './invitations.ts';
import { offerBody } from './listings.ts';
import { startWithDemand } from './start-with-demand.ts';
import type { ZoneUnderTest } from './zone.ts';

const Items = z.object({ items: z.array(z.looseObject({ id: z.string(), offer: z.looseObject({ id: z.string() }) })) });
const Posted = z.object({ id: z.string() });
const mostTries = 5;

let zone: ZoneUnderTest;

beforeAll(async () => {
  zone = await startWithDemand();
});
afterAll(() => zone?.zone.stop());

/** Posts an offer as a careful client does: under one key until there is an answer. */
async function postCarefully(key: string): Promise<string> {
  for (let tries = 1; ; tries++) {
    const answer = await zone.call('/v1/offers', {
      method: 'POST',
      as: 'org-supplier',
      headers: { 'idempotency-key': key },
      body: offerBody(),
    });
    if (answer.status === 201) return Posted.parse(answer.body).id;
    if (answer.status < 500 || tries === mostTries) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

/** Every Lambda between a post and its mail. */
const [matcher, notifier] = ['MatchingMatchListing', 'NotificationNotifyMatch'] as const;
const others = ['IntakePublishOffer', 'MatchingRelayListingChange', 'NotificationRelayMatchChange'];

/** No Lambda but the matcher and the notifier makes more calls for one offer and one demand. */
const deepest = 7;
/**
 * A match request is handed out five times, what is mailed ten times: each may be ended four times, and so at each of its
 * first 28 calls. The Lambda that mails takes long to begin: it ends at the first seven, and after a share of the others.
 */
const deaths = 4;

/** Its calls, counted over all its tries, at which such a Lambda ends: the n-th try at its own call `call + (n - 1) * deepest`. */
const endsOf = (call: number): readonly number[] =>
  Array.from({ length: deaths }, (_, index) => index + 1).map(
    (tries) => tries * call + (deepest * tries * (tries - 1)) / 2,
  );

const cases = Array.from({ length: deepest }, (_, index) => index + 1).flatMap((call) =>
  (['died-before', 'died-after'] as const).map((kind) => ({ call, kind })),
);

describe('an offer whose way to its buyer is cut: every Lambda on it', () => {
  it.each(cases)('$kind call $call of each', async ({ call, kind }) => {
    const before = await readTellings(zone.zone.mailbox);
    const at = [
      ...others.map((lambda) => ({ lambda, call, kind })),
      ...endsOf(call).map((end) => ({ lambda: matcher, call: end, kind })),
      { lambda: notifier, call, kind },
    ];
    let offer = '';
    const wrong = await withFaults(zone.zone.control, { at }, async () => {
      offer = await postCarefully(`key-${call}-${kind}`);
      await zone.settle();
    });
    for (const lambda of [matcher, notifier])
      expect(wrong.faultsByLambda).toHaveProperty([Object.keys(wrong.calls).find((id) => id.startsWith(lambda)) ?? '']);
    if (call === 1) expect(Object.keys(wrong.faultsByLambda)).toHaveLength(others.length + 2);
    const { items } = Items.parse((await zone.call('/v1/matches?limit=100', { as: 'org-buyer' })).body);
    const found = items.filter((match) => match.offer.id === offer);
    expect(found).toHaveLength(1);
    const { named, repeats } = await readTellings(zone.zone.mailbox);
    expect(named).toContain(`org-buyer@example.com ${found[0]?.id}`);
    // Only an end between sending and noting sends once more.
    expect(repeats - before.repeats).toBeLessThanOrEqual(1);
    expect(await putBackParked(zone.zone.control)).toEqual([]);
  });

  it.each([2, 4, 6])('the Lambda that mails alone, after its call %s and every seventh behind it', async (call) => {
    const before = await readTellings(zone.zone.mailbox);
    const at = endsOf(call).map((end) => ({ lambda: notifier, call: end, kind: 'died-after' as const }));
    const wrong = await withFaults(zone.zone.control, { at }, async () => {
      await postCarefully(`key-mailing-${call}`);
      await zone.settle();
    });
    expect(Object.values(wrong.faultsByLambda)).toEqual([expect.toSatisfy((deaths) => deaths >= 3)]);
    const after = await readTellings(zone.zone.mailbox);
    expect(after.last.size - before.last.size).toBe(1);
    expect(after.repeats - before.repeats).toBeLessThanOrEqual(1);
    expect(await putBackParked(zone.zone.control)).toEqual([]);
  });

  it('was posted once each time, and its buyer told once of most', async () => {
    const { items } = z
      .object({ items: z.array(z.unknown()) })
      .parse((await zone.call('/v1/offers?limit=100', { as: 'org-supplier' })).body);
    expect(items).toHaveLength(cases.length + 3);
    const { repeats } = await readTellings(zone.zone.mailbox);
    expect(repeats).toBeLessThanOrEqual(3);
  });
});

describe('an invitation whose Lambda ends', () => {
  const inviter = 'NotificationInvitationsInviteContacts';
  let invitee: Invitee;

  beforeAll(async () => {
    invitee = new Invitee(zone);
    // From now on its Lambda has read its secrets, and makes seven calls for a contact: three reads, two counts, two writes.
    await invitee.name('org-warm', 'data@warm.example');
  });

  it.each([
    { kind: 'died-before', call: 6, mails: 1, when: 'before it is written that one goes out' },
    { kind: 'died-after', call: 6, mails: 1, when: 'before it is mailed' },
    { kind: 'died-before', call: 7, mails: 2, when: 'before it is noted that it was mailed' },
    { kind: 'died-after', call: 7, mails: 1, when: 'after it is noted' },
  ] as const)('$when, goes out, and is the same one where it goes out twice', async ({ kind, call, mails }) => {
    const organization = `org-${kind}-${call}`;
    const address = `data@${kind}-${call}.example`;
    const at = [{ lambda: inviter, call, kind }];
    const wrong = await withFaults(zone.zone.control, { at }, () => invitee.name(organization, address));
    expect(Object.keys(wrong.faultsByLambda)).toEqual([expect.stringContaining(inviter)]);
    const sent = await invitee.mailsTo(address);
    expect(sent).toHaveLength(mails);
    expect(new Set(sent.map(({ source }) => /^message-id: (.*)$/im.exec(source)?.[1])).size).toBe(1);
    expect(await invitee.told(organization)).toEqual({ [address]: 'sent' });
    expect(await putBackParked(zone.zone.control)).toEqual([]);
  });
});
