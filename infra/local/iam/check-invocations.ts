import * as z from 'zod';
import type { LocalFunction } from '../lambda/local-function.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Stack } from '../template/stack.ts';
import { evaluate } from './evaluate.ts';
import type { Need } from './needs.ts';
import type { Permissions } from './permissions.ts';

const Mapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
});
const Scheduled = z.object({ Target: z.looseObject({ Arn: z.string(), RoleArn: z.string() }) });
const Invocation = z.object({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});
const Route = z.object({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() });
const Rotation = z.object({ SecretId: z.string(), RotationLambdaARN: z.string() });
const Integration = z.object({ IntegrationUri: z.string() });

type Parts = {
  readonly stack: Stack;
  readonly functions: readonly LocalFunction[];
  readonly permissions: Permissions;
};

const invoke = 'lambda:InvokeFunction';

/** What Lambda does in the name of the role whose events it hands on (AWS Lambda developer guide, "Execution role"). */
function needsOfMapping({ EventSourceArn, DestinationConfig }: z.infer<typeof Mapping>): readonly Need[] {
  const parked = DestinationConfig?.OnFailure.Destination;
  const on = (resource: string, ...actions: readonly string[]) => actions.map((action) => ({ action, resource }));
  if (EventSourceArn.split(':')[2] === 'sqs')
    return on(EventSourceArn, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes');
  return [
    ...on(EventSourceArn, 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'),
    ...on('*', 'dynamodb:ListStreams'),
    ...(parked === undefined ? [] : on(parked, 'sqs:SendMessage')),
  ];
}

async function checkMappings({ stack, functions, permissions }: Parts): Promise<void> {
  for (const resource of stack.ofType('AWS::Lambda::EventSourceMapping')) {
    const mapping = resource.read(Mapping);
    const target = functions.find((one) => one.isNamed(mapping.FunctionName));
    if (!target) continue;
    const needs = needsOfMapping(mapping);
    const refusal = await permissions.refusal(target.id, needs);
    if (refusal !== undefined) throw new LocalFailure(`${resource.id} cannot hand on events. ${refusal}.`);
    permissions.note(target.id, needs);
  }
}

/** Each Lambda must be let into its role by Lambda, and each schedule into its own by the scheduler. */
async function checkTrust({ stack, permissions }: Parts, roleArn: string, principal: string): Promise<void> {
  const { id, arn, trust } = permissions.role(roleArn);
  const denial = await evaluate({
    principal,
    action: 'sts:AssumeRole',
    resource: arn,
    account: stack.account,
    identityPolicies: [],
    resourcePolicy: trust,
    context: {
      'aws:SourceAccount': stack.account,
      'aws:SourceArn': stack.arn('scheduler', 'schedule-group/default'),
    },
  });
  if (denial !== undefined) throw new LocalFailure(`${principal} may not take on the role ${id}.`);
}

async function checkSchedules(parts: Parts): Promise<void> {
  for (const resource of parts.stack.ofType('AWS::Scheduler::Schedule')) {
    const { Arn, RoleArn } = resource.read(Scheduled).Target;
    await checkTrust(parts, RoleArn, 'scheduler.amazonaws.com');
    const denial = await evaluate({
      principal: RoleArn,
      action: invoke,
      resource: Arn,
      account: parts.stack.account,
      identityPolicies: parts.permissions.role(RoleArn).policies,
    });
    if (denial !== undefined) throw new LocalFailure(`The role of the schedule ${resource.id} may not invoke ${Arn}.`);
  }
}

/** The policies of Lambdas, as the template's permissions make them (AWS Lambda API reference, "AddPermission"). */
function policiesOfLambdas(stack: Stack) {
  return stack.ofType('AWS::Lambda::Permission').map((resource) => {
    const { Action, FunctionName, Principal, SourceArn } = resource.read(Invocation);
    const Condition = SourceArn === undefined ? {} : { Condition: { ArnLike: { 'AWS:SourceArn': SourceArn } } };
    return { Effect: 'Allow', Principal: { Service: Principal }, Action, Resource: FunctionName, ...Condition };
  });
}

/** Why AWS would not let a service invoke a Lambda for one of its resources; undefined where it would. */
async function denialOf(stack: Stack, service: string, lambda: string, sourceArn: string): Promise<string | undefined> {
  const Statement = policiesOfLambdas(stack).filter(({ Resource }) => Resource === lambda);
  return evaluate({
    principal: service,
    action: invoke,
    resource: lambda,
    account: stack.account,
    identityPolicies: [],
    resourcePolicy: { Version: '2012-10-17', Statement },
    context: { 'aws:SourceArn': sourceArn },
  });
}

const RuleOfQueues = z.object({ Targets: z.array(z.object({ Arn: z.string() })).default([]) });

/** What EventBridge does in its own name (EventBridge user guide, "Resource-based policies", Amazon SQS). */
async function checkRules({ stack, permissions }: Parts): Promise<void> {
  for (const resource of stack.ofType('AWS::Events::Rule')) {
    for (const { Arn } of resource.read(RuleOfQueues).Targets) {
      if (Arn.split(':')[2] !== 'sqs')
        throw new LocalFailure(
          `The rule ${resource.id} has the target ${Arn}: the local zone hands events to queues alone.`,
        );
      const source = { 'aws:SourceArn': stack.attribute(resource.id, 'Arn'), 'aws:SourceAccount': stack.account };
      const denial = await permissions.serviceDenial(
        'events.amazonaws.com',
        { action: 'sqs:SendMessage', resource: Arn },
        source,
      );
      if (denial !== undefined) throw new LocalFailure(`The rule ${resource.id} may not send to ${Arn}: ${denial}.`);
    }
  }
}

async function checkRotations({ stack }: Parts): Promise<void> {
  for (const resource of stack.ofType('AWS::SecretsManager::RotationSchedule')) {
    const { SecretId, RotationLambdaARN } = resource.read(Rotation);
    const denial = await denialOf(stack, 'secretsmanager.amazonaws.com', RotationLambdaARN, SecretId);
    if (denial !== undefined) throw new LocalFailure(`Secrets Manager may not invoke ${RotationLambdaARN} to rotate.`);
  }
}

async function checkRoutes({ stack }: Parts): Promise<void> {
  const integrations = new Map(
    stack.ofType('AWS::ApiGatewayV2::Integration').map((resource) => [resource.id, resource.read(Integration)]),
  );
  for (const resource of stack.ofType('AWS::ApiGatewayV2::Route')) {
    const { ApiId, RouteKey, Target } = resource.read(Route);
    const lambda = integrations.get(Target.replace('integrations/', ''))?.IntegrationUri;
    if (lambda === undefined) continue;
    const [method = 'ANY', path = '/'] = RouteKey.split(' ');
    const source = stack.arn('execute-api', `${ApiId}/$default/${method}${path}`);
    const denial = await denialOf(stack, 'apigateway.amazonaws.com', lambda, source);
    if (denial !== undefined) throw new LocalFailure(`The API may not invoke ${lambda} on the route ${RouteKey}.`);
  }
}

/** Stops, with a sentence, where AWS would let a Lambda get no events: from its queue or stream, its schedule, a rule, a rotation, or the API. */
export async function checkInvocations(parts: Parts): Promise<void> {
  for (const { id } of parts.functions)
    await checkTrust(parts, parts.permissions.roleOf(id).arn, 'lambda.amazonaws.com');
  await checkMappings(parts);
  await checkSchedules(parts);
  await checkRules(parts);
  await checkRotations(parts);
  await checkRoutes(parts);
}
