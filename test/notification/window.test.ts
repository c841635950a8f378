import { beforeEach, describe, expect, it } from 'vitest';
import { systemAccess } from '../../domain/access/access.ts';
import { type Instant, secondsAfter } from '../../domain/time.ts';
import type { Window } from '../../functions/_adapters/dynamo/delivery-store.ts';
import type { Outgoing } from '../../functions/_adapters/sqs/queue-sender.ts';
import { makeWindow } from '../../functions/_notification/window.ts';
import { now } from '../builders/moment.ts';
import { demandId } from '../stores/ids.ts';

const demand = demandId(1);

let time: Instant;
let row: Window | undefined;
let sent: readonly Outgoing[];
let isQueueDown: boolean;

/** The one window of a demand, as its store keeps it. */
const deliveries = {
  async open(_: unknown, __: unknown, window: Window, at: Instant) {
    if (row && row.until > at) return false;
    row = window;
    return true;
  },
  async hold(_: unknown, __: unknown, window: Window) {
    if (row?.token !== window.token) return false;
    row = window;
    return true;
  },
  async close(_: unknown, __: unknown, token: string, until: Instant) {
    if (row?.token === token) row = { token, until };
  },
};

const window = makeWindow({
  access: systemAccess('test'),
  clock: () => time,
  zoneId: 'test',
  collectSeconds: 300,
  deliveries,
  async send(messages) {
    if (isQueueDown) throw new Error('the queue takes nothing');
    sent = [...sent, ...messages];
  },
});

const pass = (seconds: number) => {
  time = secondsAfter(time, seconds);
};

beforeEach(() => {
  time = now;
  row = undefined;
  sent = [];
  isQueueDown = false;
});

describe('the window of a demand', () => {
  it('has one message under way, however often something is noted', async () => {
    for (const _ of ['once', 'and again']) await window.open(demand);
    expect(sent).toMatchObject([{ key: row?.token, delaySeconds: 300 }]);
  });

  it('is opened anew where the queue took no message', async () => {
    isQueueDown = true;
    await expect(window.open(demand)).rejects.toThrow('the queue takes nothing');
    isQueueDown = false;
    await window.open(demand);
    expect(sent).toHaveLength(1);
  });

  it('lets nobody in beside a run that began late', async () => {
    await window.open(demand);
    const token = row?.token ?? '';
    pass(300 + 590);
    expect(await window.enter(demand, token)).toBe(true);
    pass(60);
    expect(await window.enter(demand, 'another run')).toBe(false);
    await window.leave(demand, token);
    expect(await window.enter(demand, 'another run')).toBe(true);
  });

  it('is nobody’s any more whose message comes when another run has taken over', async () => {
    await window.open(demand);
    const token = row?.token ?? '';
    pass(300 + 601);
    expect(await window.enter(demand, 'another run')).toBe(true);
    expect(await window.enter(demand, token)).toBe(false);
  });
});
