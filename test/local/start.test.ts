import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listenLocally } from '../../infra/local/listen.ts';
import { LocalFailure } from '../../infra/local/local-failure.ts';
import { startZone } from '../../infra/local/start-zone.ts';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { childrenOf, listeningAddresses } from './sockets.ts';

const fine = 'export const handler = async () => ({});';

const mini = () => new MiniAssembly().lambda('Work', fine).queue('Jobs').mapping(arnOf('Jobs'), 'Work');

/** Why a start failed; that nothing is left of it is looked at each time. */
async function failureOf(assembly: MiniAssembly, port = 0): Promise<unknown> {
  const before = listeningAddresses(process.pid);
  const failure = await startZone({ assembly: assembly.write(), port }).catch((error: unknown) => error);
  expect(childrenOf(process.pid, 'java')).toEqual([]);
  expect(listeningAddresses(process.pid)).toEqual(before);
  return failure;
}

describe('a start that fails says why in a sentence and leaves nothing running', () => {
  it.each<[string, () => MiniAssembly, string]>([
    [
      'a type of resource that it cannot run',
      () => mini().add('Steps', 'AWS::StepFunctions::StateMachine').add('Web', 'AWS::S3::Bucket'),
      'Steps (AWS::StepFunctions::StateMachine), Web (AWS::S3::Bucket)',
    ],
    [
      'a mapping that filters',
      () => mini().mapping(arnOf('Jobs'), 'Work', { FilterCriteria: { Filters: [] } }),
      'filters events, which the local zone cannot do',
    ],
    [
      'a mapping to no Lambda',
      () => mini().add('M', 'AWS::Lambda::EventSourceMapping', { EventSourceArn: arnOf('Jobs'), FunctionName: 'x' }),
      'M hands events to x, which is no Lambda',
    ],
    ['a schedule that it cannot read', () => mini().schedule('When', 'Work', 'at(2030-01-01T00:00:00)'), 'at(2030'],
    ['a schedule with input that is no JSON', () => mini().schedule('When', 'Work', 'rate(1 day)', '{'), 'When'],
    ['a FIFO queue', () => mini().queue('Ordered', { FifoQueue: true }), 'Ordered is a FIFO queue'],
    ['a redrive policy that is none', () => mini().queue('Odd', { RedrivePolicy: { maxReceiveCount: 1 } }), 'Odd'],
    [
      'a route to no Lambda',
      () => mini().add('R', 'AWS::ApiGatewayV2::Route', { RouteKey: 'GET /a', Target: 'integrations/none' }),
      'GET /a leads to no Lambda',
    ],
    [
      'a variable with a parameter that has no value',
      () => mini().parameter('Colour', { Type: 'String' }).lambda('P', fine, { variables: { C: { Ref: 'Colour' } } }),
      'parameter Colour, which has no default',
    ],
    ['a bundle that is not there', () => mini().lambda('Absent', fine, { handler: 'main.handler' }), 'Absent'],
    ['a property that is not understood', () => mini().lambda('Slow', fine, { timeout: Number.NaN }), 'Slow'],
  ])('%s', async (_, make, sentence) => {
    const failure = await failureOf(make());
    expect(failure).toBeInstanceOf(LocalFailure);
    expect(String(failure)).toContain(sentence);
  });

  it('a port that is in use', async () => {
    const other = await listenLocally(createServer(), 0);
    const failure = await failureOf(mini(), Number(new URL(other.address).port));
    expect(String(failure)).toMatch(/Port \d+ is in use/);
    await other.stop();
  });
});
