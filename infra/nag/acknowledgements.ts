import { type CfnResource, Stack } from 'aws-cdk-lib';
import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import * as z from 'zod';
import { routes } from '../intake/routes.ts';
import { operationRoutes } from '../operation/operation-routes.ts';
import { regionIds, regionOf } from '../zones/regions.ts';

/** A finding that stays, of which resources, and why. */
export type Acknowledgement = {
  /** Which findings: a rule, with what it found behind it in brackets where it says so. */
  readonly rule: RegExp;
  readonly of: (resource: CfnResource) => boolean;
  readonly reason: string;
};

const at =
  (...ends: readonly string[]) =>
  ({ node }: CfnResource): boolean =>
    ends.some((end) => `/${node.path}`.includes(end));

const Everywhere = z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() });
const Document = z.object({ Statement: z.array(Everywhere) });

/** Actions for which IAM knows no single resource (Service Authorization Reference). */
const withoutResource = new Set(['dynamodb:ListStreams', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords']);

/** A policy that allows on everything nothing but what cannot be allowed on less. */
function allowsNoMoreThanItMust(resource: CfnResource): boolean {
  if (!(resource instanceof CfnPolicy)) return false;
  const { Statement } = Document.parse(Stack.of(resource).resolve(resource.policyDocument));
  const everywhere = Statement.filter(({ Resource }) => [Resource].flat().includes('*'));
  return everywhere.every(({ Action }) => [Action].flat().every((action) => withoutResource.has(action)));
}

const openRoutes = new Set(
  [...routes, ...operationRoutes]
    .filter(({ access }) => access === 'open')
    .map(({ method, path }) => `${method} ${path}`),
);

const isOpen = (resource: CfnResource): boolean => resource instanceof CfnRoute && openRoutes.has(resource.routeKey);

/** A mapping of a queue: a stream's has a destination of its own. */
const isOfQueue = (resource: CfnResource): boolean => /SqsEventSource/.test(resource.node.path);

function hasNoTracing(resource: CfnResource): boolean {
  const { region } = Stack.of(resource);
  return regionIds.some((id) => id === region && !regionOf(id).has.lambdaTracing);
}

const deadLetters = at('/DeadLetters/');

/** Every finding of the packs that stays as it is. */
export const acknowledgements: readonly Acknowledgement[] = [
  {
    rule: /^AwsSolutions-APIG1$|^Serverless-APIGWAccessLogging$/,
    of: at('/Intake/Api/DefaultStage/'),
    reason:
      'The Lambdas log each request by route, status, time and organization; a log of the gateway would add addresses, and the signed links that stand in queries.',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    of: isOpen,
    reason:
      'Shows nothing of anybody, or is a page whose Lambda asks for a signed link or for a session (docs/security.md).',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    of: allowsNoMoreThanItMust,
    reason: 'Allows on everything just what IAM cannot allow on less: listing streams, and handing in traces.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:.*:(function|alarm):zonematch-[a-z-]+\*\]$/,
    of: at('/Deployments'),
    reason:
      'The Lambdas of the stack and their alarms, each of which begins with its name, or with what CloudFormation leaves of it: named one by one they are more than a policy may hold.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    of: at('/SigningKeys/Key/'),
    reason: 'Rotated every 32 days, by a schedule that stands with the Lambda in another stack.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    of: at('/ProofKey/'),
    reason: 'Proofs that it has signed must be checked for years: a new key would make them worthless.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    of: at('/MailRelay/', '/CanaryLogin/'),
    reason: 'A login is the relay’s, or the issuer’s, to change: nobody here could (docs/operate.md).',
  },
  {
    rule: /^AwsSolutions-SQS3$|^Serverless-SQSRedrivePolicy$/,
    of: deadLetters,
    reason: 'Is itself where messages go that nobody could handle, with an alarm on the first.',
  },
  {
    rule: /^Serverless-SNSRedrivePolicy$/,
    of: at('/Alarms/'),
    reason: 'An alarm that no mail told of stays raised, in CloudWatch and on the zone’s dashboard.',
  },
  {
    rule: /^Serverless-LambdaDLQ$/,
    of: ({ cfnResourceType }) => cfnResourceType === 'AWS::Lambda::Function',
    reason:
      'Whoever calls it waits for its answer, or keeps what it could not do (a queue, a stream, Secrets Manager); what a schedule’s run leaves undone the next one does, with an alarm on the error.',
  },
  {
    rule: /^Serverless-LambdaEventSourceMappingDestination$/,
    of: isOfQueue,
    reason: 'Lambda takes no destination for a queue: the queue has its own dead-letter queue.',
  },
  {
    rule: /^Serverless-LambdaTracing$/,
    of: hasNoTracing,
    reason: 'X-Ray does not trace Lambdas in the Chinese regions (infra/zones/regions.ts).',
  },
];
