import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Gate, startGate } from './gate.ts';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';
import { until } from './until.ts';

/** Waits at the door that a message or request names. */
const wait = `
export const handler = async ({ Records, body }) => {
  for (const text of Records ? Records.map((record) => record.body) : [body]) {
    console.log('begin');
    if (text.startsWith('http')) await fetch(text);
    console.log('end');
  }
  return {};
};`;
const scheduled = `
export const handler = async (event) => {
  console.log(JSON.stringify({ event }));
  if (event.fail) throw new Error('at the wrong time');
  return 'done';
};`;

const Busy = z.object({ idle: z.boolean(), busy: z.array(z.string()) });

let zone: MiniZone;
let gate: Gate;

beforeAll(async () => {
  gate = await startGate();
  const assembly = new MiniAssembly()
    .lambda('Wait', wait)
    .lambda('Scheduled', scheduled)
    .queue('Jobs', {}, 1)
    .queue('Unread')
    .mapping(arnOf('Jobs'), 'Wait')
    .route('POST /wait', 'Wait')
    .schedule('Daily', 'Scheduled', 'cron(0 8 * * ? *)', '{"kind":"daily"}')
    .schedule('Monthly', 'Scheduled', 'rate(30 days)')
    .schedule('Failing', 'Scheduled', 'rate(1 hour)', '{"fail":true}');
  zone = await MiniZone.start(assembly);
});
afterEach(() => gate.open());
afterAll(async () => {
  await zone?.stop();
  await gate?.stop();
});

async function send(queue: string, MessageBody: string): Promise<void> {
  await zone.sqs.send(new SendMessageCommand({ QueueUrl: (await zone.queue(queue)).url, MessageBody }));
}
const busy = async (seconds: number) => {
  const answer = await zone.control(`/idle?timeout=${seconds}`);
  return { status: answer.status, ...Busy.parse(await answer.json()) };
};

describe('GET /idle', () => {
  it('answers 200 where nothing is going on', async () => {
    expect(await busy(0)).toEqual({ status: 200, idle: true, busy: [] });
  });

  it('answers 503 and what is busy while a message is worked on', async () => {
    await send('Jobs', gate.url);
    await gate.waiting(1);
    expect(await busy(0.2)).toMatchObject({ status: 503, idle: false, busy: ['queue Jobs', 'Lambda Wait'] });
    gate.open();
    expect(await busy(10)).toEqual({ status: 200, idle: true, busy: [] });
  });

  it('answers 503 while a request is answered', async () => {
    const answer = zone.call('/wait', { method: 'POST', body: gate.url });
    await gate.waiting(1);
    expect((await busy(0)).busy).toEqual(['request POST /wait', 'Lambda Wait']);
    gate.open();
    expect((await answer).status).toBe(200);
    expect((await busy(10)).status).toBe(200);
  });

  it('answers only once that is done, too, which came while it waited', async () => {
    await send('Jobs', gate.url);
    await gate.waiting(1);
    const ended = zone.linesOf('Wait').filter((line) => line === 'end').length;
    const idle = busy(20);
    await send('Jobs', 'a second one');
    gate.open();
    expect((await idle).status).toBe(200);
    expect(zone.linesOf('Wait').filter((line) => line === 'end')).toHaveLength(ended + 2);
  });

  it('counts what lies in a queue that nobody reads, and dead letters never', async () => {
    await send('JobsDead', 'dead');
    expect((await busy(0)).status).toBe(200);
    await send('Unread', 'alive');
    expect(await busy(0)).toMatchObject({ status: 503, busy: ['queue Unread'] });
    const { url } = await zone.queue('Unread');
    expect(url).toContain('mini-Unread');
  });

  it.each(['soon', '-1', '3601', 'NaN', ''])('answers 400 to the timeout %j', async (timeout) => {
    const answer = await zone.control(`/idle?timeout=${timeout}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ message: 'timeout is a number of seconds, 0 to 3600' });
  });
});

describe('schedules', () => {
  it('are listed', async () => {
    expect(await (await zone.control('/schedules')).json()).toEqual({
      schedules: [
        { id: 'Daily', expression: 'cron(0 8 * * ? *)' },
        { id: 'Monthly', expression: 'rate(30 days)' },
        { id: 'Failing', expression: 'rate(1 hour)' },
      ],
    });
  });

  it('run when asked, with their input', async () => {
    const answer = await zone.control('/schedules/Daily', 'POST');
    expect([answer.status, await answer.json()]).toEqual([200, { payload: 'done' }]);
    await until('the line', () => zone.linesOf('Scheduled').includes('{"event":{"kind":"daily"}}'));
  });

  it('answer 500 where the Lambda fails, and 404 where there is none', async () => {
    const failed = await zone.control('/schedules/Failing', 'POST');
    expect([failed.status, await failed.json()]).toMatchObject([500, { error: { errorMessage: 'at the wrong time' } }]);
    expect((await zone.control('/schedules/Nightly', 'POST')).status).toBe(404);
  });

  it('do not run before their time, however far it is', () => {
    expect(zone.linesOf('Scheduled')).not.toContain('{"event":{}}');
  });
});

describe('the control server', () => {
  it('tells what it can do', async () => {
    expect(await (await zone.control('/health')).json()).toEqual({ status: 'ok' });
    for (const [path, method] of [
      ['/', 'GET'],
      ['/idle', 'POST'],
      ['//', 'GET'],
    ]) {
      const answer = await zone.control(path ?? '', method);
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('GET /idle')]);
    }
  });
});
