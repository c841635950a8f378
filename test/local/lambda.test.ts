import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Gate, startGate } from './gate.ts';
import { MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';
import { until } from './until.ts';

/** Answers with its variables and with what it is told of itself. */
const tell = `
let count = 0;
export const handler = async (event, context) => ({
  variables: process.env,
  context: { ...context, left: context.getRemainingTimeInMillis() },
  count: ++count,
});`;

/** Does what the request's body says. */
const obey = `
function burn() { for (const end = performance.now() + 50; performance.now() < end;) Math.sqrt(end); }
const self = Math.random();
export const handler = async (event) => {
  const { what, url } = JSON.parse(event.body);
  switch (what) {
    case 'hang': await new Promise(() => setInterval(() => {}, 1000)); break;
    case 'spin': for (;;) {}
    case 'grow': for (const all = [];;) all.push(new Array(1_000_000).fill(all));
    case 'exit': process.exit(7); break;
    case 'throw': throw new TypeError('of its own');
    case 'throw later': setImmediate(() => { throw new Error('when nobody listens'); }); break;
    case 'burn': burn(); break;
    case 'write': console.log('out'); console.error('err'); break;
    case 'wait': await fetch(url); break;
    case 'circle': { const circle = {}; circle.circle = circle; return circle; }
  }
  return { self };
};`;

const Told = z.object({
  variables: z.record(z.string(), z.string()),
  context: z.looseObject({ awsRequestId: z.string(), functionName: z.string(), left: z.number() }),
  count: z.number(),
});
const Self = z.object({ self: z.number() });

let zone: MiniZone;
let gate: Gate;
/** Asked at the beginning: the ten seconds that it takes pass while the others are tested. */
let stuck: Promise<Response>;

beforeAll(async () => {
  gate = await startGate();
  const assembly = new MiniAssembly()
    .table('Things')
    .lambda('Tell', tell, { variables: { OWN: 'mine', TABLE: { Ref: 'Things' }, NUMBER: 3 }, timeout: 7 })
    .lambda('Obey', obey, { timeout: 1 })
    .lambda('Patient', obey)
    .lambda('Single', obey, { concurrency: 1 })
    .lambda('Broken', "throw new RangeError('cannot begin'); export const handler = 1;")
    .lambda('Nameless', 'export const other = 1;')
    .lambda('Stuck', 'await new Promise(() => setInterval(() => {}, 1000)); export const handler = async () => 1;');
  for (const id of ['Tell', 'Obey', 'Patient', 'Single', 'Broken', 'Nameless', 'Stuck']) {
    assembly.route(`POST /${id}`, id);
  }
  zone = await MiniZone.start(assembly);
  stuck = invoke('Stuck');
});
afterAll(async () => {
  await zone?.stop();
  await gate?.stop();
});

const invoke = (lambda: string, what = '', url = '') =>
  zone.call(`/${lambda}`, { method: 'POST', body: JSON.stringify({ what, url }) });
const selfOf = async (answer: Response) => Self.parse(await answer.json()).self;

describe('what a Lambda sees', () => {
  it('is its own variables and those of the runtime, and no other of this machine', async () => {
    const { variables } = Told.parse(await (await invoke('Tell')).json());
    expect(variables).toMatchObject({
      OWN: 'mine',
      TABLE: 'mini-Things',
      NUMBER: '3',
      AWS_REGION: 'cn-north-1',
      AWS_LAMBDA_FUNCTION_NAME: 'mini-Tell',
      AWS_ENDPOINT_URL_DYNAMODB: zone.zone.doors.dynamodb,
    });
    const ours = Object.keys(process.env).filter((name) => !name.startsWith('AWS_') && name !== 'TZ');
    expect(ours).toContain('PATH');
    expect(Object.keys(variables).filter((name) => ours.includes(name))).toEqual([]);
  });

  it('is who it is and how long it has, whole before its first line', async () => {
    const { context } = Told.parse(await (await invoke('Tell')).json());
    expect(context).toMatchObject({
      functionName: 'mini-Tell',
      functionVersion: '$LATEST',
      memoryLimitInMB: '128',
      invokedFunctionArn: 'arn:aws-cn:lambda:cn-north-1:000000000000:function:mini-Tell',
    });
    expect(context.left).toBeGreaterThan(6000);
    expect(context.left).toBeLessThanOrEqual(7000);
  });

  it('is an environment that is used again', async () => {
    const first = Told.parse(await (await invoke('Tell')).json()).count;
    expect(Told.parse(await (await invoke('Tell')).json()).count).toBe(first + 1);
  });
});

describe('the end of an environment', () => {
  it.each<[string, string, string]>([
    ['hang', 'Obey', 'Sandbox.Timedout Task timed out after 1.00 seconds'],
    ['spin', 'Obey', 'Sandbox.Timedout Task timed out after 1.00 seconds'],
    ['grow', 'Patient', 'Runtime.ExitError the environment ended: ERR_WORKER_OUT_OF_MEMORY'],
    ['exit', 'Patient', 'Runtime.ExitError the environment ended'],
  ])('comes of %s; the next request has a new one', async (what, lambda, line) => {
    const before = await selfOf(await invoke(lambda));
    const logged = zone.linesOf(lambda).length;
    expect((await invoke(lambda, what)).status).toBe(500);
    expect(zone.linesOf(lambda).slice(logged).join('\n')).toContain(line);
    expect(await selfOf(await invoke(lambda))).not.toBe(before);
  });

  it('does not come of an error that it throws', async () => {
    const before = await selfOf(await invoke('Obey'));
    expect((await invoke('Obey', 'throw')).status).toBe(500);
    expect(zone.linesOf('Obey').join('\n')).toContain('ERROR TypeError TypeError: of its own');
    expect(await selfOf(await invoke('Obey'))).toBe(before);
  });

  it('may come while nobody waits for it, as often as it likes, and is told', async () => {
    for (let time = 1; time <= 6; time++) {
      expect((await invoke('Obey', 'throw later')).status).toBe(200);
      await until(
        'a line about it',
        () => zone.linesOf('Obey').filter((line) => line.includes('nobody listens')).length >= time,
      );
    }
    expect((await invoke('Obey')).status).toBe(200);
  });

  it.each<[string, string]>([
    ['Broken', 'ERROR RangeError RangeError: cannot begin'],
    ['Nameless', 'handler is not exported by the bundle'],
  ])('comes of a bundle that does not begin: %s', async (lambda, line) => {
    expect((await invoke(lambda)).status).toBe(500);
    expect(zone.linesOf(lambda).join('\n')).toContain(line);
  });
});

it('reports what is no JSON as an error', async () => {
  expect((await invoke('Obey', 'circle')).status).toBe(500);
});

it('hands on what it writes, line by line', async () => {
  expect((await invoke('Obey', 'write')).status).toBe(200);
  await until('both lines', () => ['out', 'err'].every((line) => zone.linesOf('Obey').includes(line)));
});

it('is profiled in each of its environments, but for those that end meanwhile', async () => {
  await Promise.all([invoke('Patient'), invoke('Obey')]);
  const end = await zone.zone.profileLambdas();
  await Promise.all([invoke('Patient', 'burn'), invoke('Obey', 'exit')]);
  const profiles = await end();
  expect(profiles.length).toBeGreaterThan(0);
  expect(profiles.filter((profile) => profile.includes('"burn"'))).toHaveLength(1);
});

describe('requests at the same time', () => {
  it('have an environment each', async () => {
    const answers = [invoke('Patient', 'wait', gate.url), invoke('Patient', 'wait', gate.url)];
    await gate.waiting(2);
    gate.open();
    const selves = await Promise.all(answers.map(async (answer) => selfOf(await answer)));
    expect(new Set(selves).size).toBe(2);
  });

  it('wait for each other where the Lambda reserves one', async () => {
    const answers = [invoke('Single', 'wait', gate.url), invoke('Single', 'wait', gate.url)];
    for (const _ of answers) {
      await gate.waiting(1);
      gate.open();
    }
    const selves = await Promise.all(answers.map(async (answer) => selfOf(await answer)));
    expect(new Set(selves).size).toBe(1);
  });
});

it('is given up where its bundle has not begun after ten seconds', async () => {
  expect((await stuck).status).toBe(500);
  expect(zone.linesOf('Stuck').join('\n')).toContain('Sandbox.Timedout Init timed out after 10.00 seconds');
});
