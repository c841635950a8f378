import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startGate } from './gate.ts';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';
import { childrenOf, isAlive, isLoopback, listeningAddresses } from './sockets.ts';

const wait = 'export const handler = async ({ Records }) => { await fetch(Records[0].body); return {}; };';

const mini = () =>
  new MiniAssembly()
    .lambda('Wait', wait, { timeout: 900 })
    .queue('Jobs')
    .table('Rows')
    .mapping(arnOf('Jobs'), 'Wait')
    .mapping({ 'Fn::GetAtt': ['Rows', 'StreamArn'] }, 'Wait', { StartingPosition: 'LATEST' })
    .schedule('Daily', 'Wait', 'rate(1 day)');

const connectTo = async (address: string): Promise<Socket> => {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};

let before: readonly string[];

beforeAll(() => {
  before = listeningAddresses(process.pid);
});

describe('a zone', () => {
  it('listens on 127.0.0.1 alone, and stops within seconds whoever is connected and whatever is going on', async () => {
    const gate = await startGate();
    const begun = await MiniZone.start(mini());
    const { zone } = begun;
    const [java] = childrenOf(process.pid, 'java');
    if (java === undefined) throw new Error('DynamoDB Local is no child of this process');
    await begun.sqs.send(new SendMessageCommand({ QueueUrl: (await begun.queue('Jobs')).url, MessageBody: gate.url }));
    await gate.waiting(1);

    const ours = listeningAddresses(process.pid).filter((address) => !before.includes(address));
    const all = [...ours, ...listeningAddresses(java)];
    expect(all.length).toBeGreaterThanOrEqual(8);
    expect(all.filter((address) => !isLoopback(address))).toEqual([]);

    // Someone who connects and says nothing.
    const doors = [zone.api, zone.control, zone.tokenEndpoint, zone.endpoints.sqs, zone.endpoints.dynamodb];
    const sockets = await Promise.all(doors.map(connectTo));
    const stopping = Date.now();
    await Promise.all([zone.stop(), zone.stop()]);
    await begun.stop();
    expect(Date.now() - stopping).toBeLessThan(5000);
    for (const socket of sockets) socket.destroy();
    await gate.stop();

    expect(listeningAddresses(process.pid)).toEqual(before);
    expect(isAlive(java)).toBe(false);
    expect(await zone.idle(0)).toBe(false);
  });
});
