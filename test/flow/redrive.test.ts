import { PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { withFaults } from '../../infra/local/control/client.ts';
import { localClient } from '../../infra/local/local-client.ts';
import { offerBody } from './listings.ts';
import { runScript } from './run-script.ts';
import { startWithDemand } from './start-with-demand.ts';
import { tuned } from './tuned.ts';
import type { ZoneUnderTest } from './zone.ts';

let assembly: Awaited<ReturnType<typeof tuned>>;
let zone: ZoneUnderTest;
let posted = 0;

beforeAll(async () => {
  // Three tries are as good as ten to see what comes after the last.
  assembly = await tuned(inject('assembly'), { mostTries: 3, windowSeconds: 1 });
  zone = await startWithDemand(assembly.folder);
});
afterAll(async () => {
  await zone?.zone.stop();
  await assembly?.remove();
});

const Queues = z.object({ queues: z.array(z.object({ id: z.string(), url: z.string() })) });

async function urlOf(queue: string): Promise<string> {
  const { queues } = Queues.parse(await (await fetch(`${zone.zone.control}/queues`)).json());
  return queues.find(({ id }) => id.startsWith(queue))?.url ?? '';
}

const redrive = (...args: readonly string[]) => runScript('infra/local/redrive-cli.ts', args);

describe.each([
  [
    'a notice whose mail cannot be sent, however often it is tried',
    'NotificationNotifyMatch',
    'NotificationNoticesDeadLetters',
  ],
  ['a change of a match that cannot be told', 'NotificationRelayMatchChange', 'NotificationMatchChangesDeadLetters'],
  ['a match request that cannot be handled', 'MatchingMatchListing', 'MatchingRequestsDeadLetters'],
  ['a change of a listing that cannot be told', 'MatchingRelayListingChange', 'MatchingListingChangesDeadLetters'],
])('%s', (_, lambda, queue) => {
  it('is parked, and with npm run redrive its buyer is told after all', async () => {
    await withFaults(zone.zone.control, { rate: 1, lambda, kinds: ['died-before'] }, async () => {
      await zone.post('/v1/offers', 'org-supplier', offerBody());
      await zone.settle();
    });
    expect(await zone.mails()).toHaveLength(posted);
    const { code, stdout } = await redrive('--control', zone.zone.control);
    expect(stdout).toMatch(new RegExp(`^${queue}\\w+: 1 put back, 0 left\\n$`));
    expect(code).toBe(0);
    await zone.settle();
    posted += 1;
    expect(await zone.mails()).toHaveLength(posted);
  });
});

describe('npm run redrive', () => {
  it('says so where nothing is parked', async () => {
    expect(await redrive('--control', zone.zone.control)).toMatchObject({
      code: 0,
      stdout: 'No dead-letter queue holds anything.\n',
    });
  });

  it('leaves what fails again, and says so however often it is asked', async () => {
    const lambda = 'NotificationRelayMatchChange';
    await withFaults(zone.zone.control, { rate: 1, lambda, kinds: ['died-before'] }, async () => {
      await zone.post('/v1/offers', 'org-supplier', offerBody());
      await zone.settle();
      for (let times = 0; times < 2; times++) {
        const { code, stdout } = await redrive('--control', zone.zone.control);
        expect(stdout).toMatch(/: 0 put back, 1 left\n$/);
        expect(code).toBe(1);
      }
    });
    expect((await redrive('--control', zone.zone.control)).stdout).toMatch(/: 1 put back, 0 left\n$/);
    await zone.settle();
    posted += 1;
    expect(await zone.mails()).toHaveLength(posted);
  });

  it.each([
    'no JSON at all',
    '{"DDBStreamBatchInfo":{"shardId":"shardId-1","startSequenceNumber":"1","endSequenceNumber":"2"}}',
  ])('leaves %s where stream records are parked, and the zone goes on', async (MessageBody) => {
    const sqs = new SQSClient(localClient(zone.zone.endpoints.sqs, zone.zone.region));
    const QueueUrl = await urlOf('NotificationMatchChangesDeadLetters');
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const { code, stdout } = await redrive('--control', zone.zone.control);
    expect(stdout).toMatch(/^NotificationMatchChangesDeadLetters\w+: 0 put back, 1 left\n$/);
    expect(code).toBe(1);
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    await zone.post('/v1/offers', 'org-supplier', offerBody());
    await zone.settle();
    posted += 1;
    expect(await zone.mails()).toHaveLength(posted);
  });

  it.each([
    { args: [], code: 2, says: '--control is needed' },
    { args: ['--control', 'here'], code: 2, says: '--control is needed' },
    { args: ['--controls', 'x'], code: 2, says: "Unknown option '--controls'" },
    { args: ['--control', 'http://127.0.0.1:9'], code: 1, says: 'No zone answers at http://127.0.0.1:9/' },
  ])('refuses $args', async ({ args, code, says }) => {
    const ended = await redrive(...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(says);
  });
});
