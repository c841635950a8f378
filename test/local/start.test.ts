import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Activity } from '../../infra/local/activity.ts';
import { ZoneClock } from '../../infra/local/clock.ts';
import { makeRoutes } from '../../infra/local/http/routes.ts';
import { checkInvocations } from '../../infra/local/iam/check-invocations.ts';
import { Permissions } from '../../infra/local/iam/permissions.ts';
import { nameRoles } from '../../infra/local/iam/policies.ts';
import { LocalFunction } from '../../infra/local/lambda/local-function.ts';
import { listenLocally } from '../../infra/local/listen.ts';
import { LocalFailure } from '../../infra/local/local-failure.ts';
import { Schedules } from '../../infra/local/schedule/schedules.ts';
import { startEventSources } from '../../infra/local/sources/event-sources.ts';
import { Queues } from '../../infra/local/sqs/queues.ts';
import { startSqs } from '../../infra/local/sqs/server.ts';
import { startZone } from '../../infra/local/start-zone.ts';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { Stack } from '../../infra/local/template/stack.ts';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { childrenOf, listeningAddresses } from './sockets.ts';

const fine = 'export const handler = async () => ({});';

const allow = (Action: string, Resource: unknown) => ({ Effect: 'Allow', Action, Resource });

const mini = () => new MiniAssembly().lambda('Work', fine).queue('Jobs').mapping(arnOf('Jobs'), 'Work');

type Case = readonly [what: string, make: () => MiniAssembly, sentence: string];

const thrownBy = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('a start that fails says why in a sentence and leaves nothing running', () => {
  /** Why a start failed; that nothing is left of it is looked at each time. */
  async function failureOf(assembly: MiniAssembly, port = 0): Promise<unknown> {
    const before = listeningAddresses(process.pid);
    const folder = assembly.write();
    const failure = await thrownBy(startZone({ assembly: folder, port }));
    expect(childrenOf(process.pid, 'java')).toEqual([]);
    expect(listeningAddresses(process.pid)).toEqual(before);
    await rm(folder, { recursive: true });
    return failure;
  }

  // From the first thing that is read to the last.
  it.each<Case>([
    [
      'a type of resource that it cannot run',
      () => mini().add('Steps', 'AWS::StepFunctions::StateMachine').add('Web', 'AWS::S3::Bucket'),
      'Steps (AWS::StepFunctions::StateMachine), Web (AWS::S3::Bucket)',
    ],
    ['a FIFO queue', () => mini().queue('Ordered', { FifoQueue: true }), 'Ordered is a FIFO queue'],
    [
      'a bundle that is not there',
      () => mini().lambda('Absent', fine, { handler: 'main.handler' }),
      'bundle of Absent has no file with its handler main.handler',
    ],
    ['a schedule that it cannot read', () => mini().schedule('When', 'Work', 'at(2030-01-01T00:00:00)'), 'at(2030'],
  ])('%s', async (_, make, sentence) => {
    const failure = await failureOf(make());
    expect(failure).toBeInstanceOf(LocalFailure);
    expect(String(failure)).toContain(sentence);
  });

  it('a port that is in use', async () => {
    const other = await listenLocally(createServer(), 0);
    const failure = await failureOf(mini(), Number(new URL(other.address).port));
    expect(failure).toBeInstanceOf(LocalFailure);
    expect(String(failure)).toMatch(/Port \d+ is in use/);
    await other.stop();
  });
});

describe('a template that cannot be run is told of in a sentence', () => {
  /** Reads what a start reads, with a server for queues and none for anything else. */
  async function read(folder: string): Promise<void> {
    const stack = new Stack(readAssembly(folder), new Map());
    nameRoles(stack);
    const { endpoint, stop } = await startSqs(stack.region);
    const activity = new Activity();
    let schedules: Schedules | undefined;
    try {
      const queues = await Queues.create(stack, { endpoint, reached: endpoint });
      const surroundings = { clock: new ZoneClock(), activity, endpoints: {}, onLog: () => undefined };
      const functions = stack
        .ofType('AWS::Lambda::Function')
        .map((resource) => new LocalFunction(stack, resource, surroundings));
      for (const { id } of stack.ofType('AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Integration')) stack.know(id, id);
      for (const lambda of functions) lambda.check();
      makeRoutes(stack, functions);
      schedules = new Schedules(stack, functions);
      await checkInvocations({ stack, functions, permissions: new Permissions(stack) });
      startEventSources({
        stack,
        functions,
        queues,
        dynamoDb: 'http://none',
        activity,
        mostWaitSeconds: undefined,
        tell: () => undefined,
        data: undefined,
      });
    } finally {
      await schedules?.stop();
      await stop();
    }
  }

  const schedule = (properties: Readonly<Record<string, unknown>>) =>
    mini().add('When', 'AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 day)',
      Target: { Arn: arnOf('Work') },
      ...properties,
    });
  const mapping = (FunctionName: string) => ({ EventSourceArn: arnOf('Jobs'), FunctionName });

  it.each<Case>([
    ['a mapping that filters', () => mini().mapping(arnOf('Jobs'), 'Work', { FilterCriteria: {} }), 'filters events'],
    [
      'a mapping to no Lambda',
      () => mini().add('M', 'AWS::Lambda::EventSourceMapping', mapping('x')),
      'M hands events to x, which is no Lambda',
    ],
    [
      'a batch that is too large',
      () => mini().add('M', 'AWS::Lambda::EventSourceMapping', { ...mapping('mini-Work'), BatchSize: 10_001 }),
      'M (AWS::Lambda::EventSourceMapping)',
    ],
    [
      'a schedule with input that is no JSON',
      () => mini().schedule('When', 'Work', 'rate(1 day)', '{'),
      'When (AWS::Scheduler::Schedule)',
    ],
    [
      'a schedule by the clock of nowhere',
      () => schedule({ ScheduleExpressionTimezone: 'Asia/Nowhere' }),
      'is no time zone',
    ],
    ['a schedule of nothing', () => schedule({ Target: { Arn: 'none' } }), 'When has a target that is no Lambda'],
    ['a redrive policy that is none', () => mini().queue('Odd', { RedrivePolicy: { maxReceiveCount: 1 } }), 'Odd'],
    ['a queue that hides for ever', () => mini().queue('Odd', { VisibilityTimeout: 'ever' }), 'Odd (AWS::SQS::Queue)'],
    [
      'a route to no Lambda',
      () => mini().add('R', 'AWS::ApiGatewayV2::Route', { RouteKey: 'GET /a', Target: 'integrations/none' }),
      'GET /a leads to no Lambda',
    ],
    [
      'a variable with a parameter that has no value',
      () =>
        mini()
          .parameter('Colour', { Type: 'String' })
          .lambda('P', fine, { variables: { C: { Ref: 'Colour' } } }),
      'parameter Colour, which has no default',
    ],
    [
      'a mapping whose Lambda may not read its queue',
      () =>
        mini()
          .lambda('Weak', fine, { mayDo: [allow('sqs:ReceiveMessage', arnOf('Jobs'))] })
          .mapping(arnOf('Jobs'), 'Weak'),
      'cannot hand on events. User: arn:aws-cn:sts::000000000000:assumed-role/mini-WeakRole/mini-Weak is not authorized to perform: sqs:DeleteMessage',
    ],
    [
      'a schedule whose role may not invoke its Lambda',
      () =>
        mini()
          .role('Timer', 'scheduler.amazonaws.com', [allow('lambda:InvokeFunction', 'arn:aws-cn:lambda:::function:x')])
          .add('When', 'AWS::Scheduler::Schedule', {
            ScheduleExpression: 'rate(1 day)',
            Target: { Arn: arnOf('Work'), RoleArn: arnOf('Timer') },
          }),
      'The role of the schedule When may not invoke',
    ],
    [
      'a role that its service may not take on',
      () =>
        mini()
          .role('Timer', 'lambda.amazonaws.com', [allow('lambda:InvokeFunction', arnOf('Work'))])
          .add('When', 'AWS::Scheduler::Schedule', {
            ScheduleExpression: 'rate(1 day)',
            Target: { Arn: arnOf('Work'), RoleArn: arnOf('Timer') },
          }),
      'scheduler.amazonaws.com may not take on the role Timer',
    ],
    [
      'a route that the API may not take',
      () => {
        const assembly = mini().route('GET /a/{id}', 'Work');
        return assembly.add(`${assembly.lastRoute}Permission`, 'AWS::Lambda::Permission', {
          Action: 'lambda:InvokeFunction',
          FunctionName: arnOf('Work'),
          Principal: 'apigateway.amazonaws.com',
          SourceArn: 'arn:aws-cn:execute-api:cn-north-1:000000000000:Api/*/POST/a/{id}',
        });
      },
      'The API may not invoke arn:aws-cn:lambda:cn-north-1:000000000000:function:mini-Work on the route GET /a/{id}',
    ],
    [
      'a role with policies that stand elsewhere',
      () =>
        mini().add('R', 'AWS::IAM::Role', {
          AssumeRolePolicyDocument: {},
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/X'],
        }),
      'R (AWS::IAM::Role)',
    ],
    ['a time-out that is none', () => mini().lambda('Slow', fine, { timeout: 0 }), 'Slow (AWS::Lambda::Function)'],
    [
      'less memory than Lambda gives',
      () => mini().lambda('Tiny', fine, { memory: 127 }),
      'Tiny (AWS::Lambda::Function)',
    ],
  ])('%s', async (_, make, sentence) => {
    const folder = make().write();
    const failure = await thrownBy(read(folder));
    expect(failure).toBeInstanceOf(LocalFailure);
    expect(String(failure)).toContain(sentence);
    await rm(folder, { recursive: true });
  });
});
