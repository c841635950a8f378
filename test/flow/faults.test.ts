import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { localClient } from '../../infra/local/local-client.ts';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Queues = z.object({ queues: z.array(z.looseObject({ id: z.string(), url: z.string(), visible: z.number() })) });
const Items = z.object({ items: z.array(z.unknown()) });
const Listing = z.looseObject({ status: z.string() });

let zone: ZoneUnderTest;
let sqs: SQSClient;

/** A queue by the beginning of its logical id. */
async function queue(start: string) {
  const { queues } = Queues.parse(await (await fetch(`${zone.zone.control}/queues`)).json());
  const found = queues.find(({ id }) => id.startsWith(start));
  if (!found) throw new Error(`no queue ${start}`);
  return found;
}

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  sqs = new SQSClient(localClient(zone.zone.endpoints.sqs, zone.zone.region));
  await zone.verify('org-buyer');
  await zone.verify('org-supplier');
});
afterAll(async () => {
  sqs?.destroy();
  await zone?.zone.stop();
});

describe.each([
  ['a match request', 'MatchingRequestsQueue', 'MatchingRequestsDeadLetters'],
  ['a notice of a match', 'NotificationNoticesQueue', 'NotificationNoticesDeadLetters'],
])('%s that cannot be read', (_, from, to) => {
  it('is parked with the reason, as it came, and the zone goes on', async () => {
    const { url } = await queue(from);
    const bodies = ['not json at all', JSON.stringify({ type: 'match-requested.v9', data: {} })];
    for (const MessageBody of bodies) await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
    await zone.settle();
    const parked = await queue(to);
    expect(parked.visible).toBe(2);
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: parked.url, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
    );
    expect(Messages.map(({ Body }) => Body).toSorted()).toEqual(bodies.toSorted());
    const reasons = Messages.map(({ MessageAttributes }) => MessageAttributes?.['reason']?.StringValue ?? '');
    expect(reasons.some((reason) => reason === 'not-json')).toBe(true);
    expect(reasons.some((reason) => reason.startsWith('not-of-contract: '))).toBe(true);
  });
});

describe('a listing', () => {
  it('that is posted beside poison is matched and mailed all the same', async () => {
    const { url } = await queue('MatchingRequestsQueue');
    await zone.post('/v1/offers', 'org-supplier', offerBody());
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{' }));
    await zone.post('/v1/demands', 'org-buyer', demandBody());
    await zone.settle();
    expect(Items.parse((await zone.call('/v1/matches', { as: 'org-buyer' })).body).items).toHaveLength(1);
    expect(await zone.mails()).toHaveLength(1);
  });

  it('whose match request comes twice and late is matched once and mailed once', async () => {
    const { body } = await zone.call('/v1/offers', { as: 'org-supplier' });
    const [offer] = z.object({ items: z.array(z.looseObject({ id: z.string() })) }).parse(body).items;
    const { url } = await queue('MatchingRequestsQueue');
    const MessageBody = JSON.stringify({
      specversion: '1.0',
      id: 'again',
      source: '/zones/cn-bj-data-pilot',
      type: 'match-requested.v1',
      time: '2026-11-23T08:00:00.000Z',
      datacontenttype: 'application/json',
      data: { listingId: offer?.id, version: 1, cause: 'listing-changed' },
    });
    for (const _ of [1, 2, 3]) await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
    await zone.settle();
    expect(Items.parse((await zone.call('/v1/matches', { as: 'org-buyer' })).body).items).toHaveLength(1);
    expect(await zone.mails()).toHaveLength(1);
  });

  it('expires when it is over, and its matches end with it', async () => {
    const validUntil = new Date(Date.now() + 6000).toISOString();
    const id = await zone.post('/v1/offers', 'org-supplier', offerBody({ domain: '83', validUntil }));
    await zone.post('/v1/demands', 'org-buyer', demandBody({ domains: ['83'], notify: { mode: 'off' } }));
    await zone.settle();
    const matches = () => zone.call('/v1/matches?minScore=0', { as: 'org-supplier' });
    expect(Items.parse((await matches()).body).items).toHaveLength(2);
    const status = async () => Listing.parse((await zone.call(`/v1/offers/${id}`, { as: 'org-supplier' })).body).status;
    await expect
      .poll(
        async () => {
          await zone.runSchedule('ExpirySweep');
          return status();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe('expired');
    expect(Items.parse((await matches()).body).items).toHaveLength(1);
  });
});
