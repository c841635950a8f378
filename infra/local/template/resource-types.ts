import { LocalFailure } from '../local-failure.ts';
import type { Stack } from './stack.ts';
import type { Template } from './template.ts';

/** What runs here. */
const running = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Version',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::RotationSchedule',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::SecretsManager::Secret',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
]);

/** What has no counterpart on one machine, and why leaving it out changes nothing that the zone does. */
const withoutCounterpart: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'tells AWS which library made the template',
  'AWS::CloudWatch::Alarm': 'watches metrics, for whoever is not looking',
  'AWS::CloudWatch::CompositeAlarm': 'watches alarms',
  'AWS::CloudWatch::Dashboard': 'shows metrics',
  'AWS::CodeDeploy::Application': 'hands work over to new versions, of which there are none here',
  'AWS::CodeDeploy::DeploymentGroup': 'hands work over to new versions, of which there are none here',
  'AWS::KMS::Key': 'encrypts at rest, which no caller sees; who may use it is enforced',
  'AWS::Logs::LogGroup': 'logs go to the one who started the zone',
  'AWS::SNS::Subscription': 'carries alarms',
  'AWS::SNS::Topic': 'carries alarms',
  'AWS::SNS::TopicPolicy': 'says who may send alarms, of which there are none here',
};

/** Names for what is not run here: other resources may still refer to it, as a schedule does to its role. */
export function nameWithoutCounterpart(stack: Stack): void {
  for (const { id, type } of stack.ofType(...Object.keys(withoutCounterpart))) {
    const service = type.split('::')[1]?.toLowerCase() ?? '';
    const name = stack.physicalName(id);
    stack.know(id, name, { Arn: stack.arn(service, type === 'AWS::KMS::Key' ? `key/${name}` : name) });
  }
}

/** Stops, with a sentence, at a resource that the local zone would otherwise leave out in silence. */
export function checkResourceTypes(template: Template): void {
  const unknown = Object.entries(template.Resources).filter(
    ([, { Type }]) => !running.has(Type) && !(Type in withoutCounterpart),
  );
  if (unknown.length === 0) return;
  const named = unknown.map(([id, { Type }]) => `${id} (${Type})`).join(', ');
  throw new LocalFailure(
    `The template has resources that the local zone cannot run: ${named}. Teach infra/local the type, or write it on the list of types without a local counterpart.`,
  );
}
