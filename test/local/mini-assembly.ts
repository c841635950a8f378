import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Properties = Readonly<Record<string, unknown>>;
type Resource = { readonly Type: string; readonly Properties: Properties };

type LambdaSettings = {
  readonly variables?: Properties;
  readonly timeout?: number;
  readonly memory?: number;
  readonly concurrency?: number;
  readonly handler?: string;
  /** What its role allows: everything where nothing is said. */
  readonly mayDo?: readonly Properties[];
};

type RouteSettings = {
  /** With scopes the route asks for a token. */
  readonly scopes?: readonly string[];
  /** Who gives the tokens; the zone's own issuer where nothing is said. */
  readonly issuer?: string;
  readonly timeoutMs?: number;
};

const policy = (...Statement: readonly Properties[]) => ({ Version: '2012-10-17', Statement });
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

/** The ARN of a resource, as a template asks for it. */
export const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A cloud assembly written by hand: as small as what a test is about, and nothing of the real stack. */
export class MiniAssembly {
  readonly folder = mkdtempSync(join(tmpdir(), 'zonematch-mini-'));
  private readonly resources: Record<string, Resource> = {};
  private readonly bundles: Record<string, string> = {};
  /** The id of the route that was added last. */
  lastRoute = '';
  private readonly parameters: Record<string, Properties> = {
    OidcIssuer: { Type: 'String' },
    OidcAudience: { Type: 'String', Default: 'mini-audience' },
  };

  add(id: string, Type: string, properties: Properties = {}): this {
    this.resources[id] = { Type, Properties: properties };
    return this;
  }

  parameter(name: string, declaration: Properties): this {
    this.parameters[name] = declaration;
    return this;
  }

  /** A Lambda with the text of its bundle. */
  lambda(id: string, source: string, settings: LambdaSettings = {}): this {
    const {
      variables = {},
      timeout = 10,
      memory = 128,
      concurrency,
      handler = 'index.handler',
      mayDo = [everything],
    } = settings;
    const hash = `hash-of-${id.toLowerCase()}`;
    this.bundles[hash] = source;
    return this.role(`${id}Role`, 'lambda.amazonaws.com', mayDo).add(id, 'AWS::Lambda::Function', {
      Role: arnOf(`${id}Role`),
      Code: { S3Bucket: 'assets', S3Key: `${hash}.zip` },
      Handler: handler,
      Timeout: timeout,
      MemorySize: memory,
      ...(concurrency && { ReservedConcurrentExecutions: concurrency }),
      Environment: { Variables: variables },
    });
  }

  /** A route of the API that a Lambda answers. */
  route(RouteKey: string, lambda: string, { scopes, issuer, timeoutMs }: RouteSettings = {}): this {
    const id = `Route${Object.keys(this.resources).length}`;
    this.lastRoute = id;
    this.add('Api', 'AWS::ApiGatewayV2::Api', { Name: 'mini', ProtocolType: 'HTTP' });
    this.add(`${id}Integration`, 'AWS::ApiGatewayV2::Integration', {
      ApiId: { Ref: 'Api' },
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arnOf(lambda),
      PayloadFormatVersion: '2.0',
      ...(timeoutMs && { TimeoutInMillis: timeoutMs }),
    });
    if (scopes) this.authorizer(issuer ?? { Ref: 'OidcIssuer' });
    this.add(`${id}Permission`, 'AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: arnOf(lambda),
      Principal: 'apigateway.amazonaws.com',
    });
    return this.add(id, 'AWS::ApiGatewayV2::Route', {
      ApiId: { Ref: 'Api' },
      RouteKey,
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: `${id}Integration` }]] },
      ...(scopes && { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' }, AuthorizationScopes: scopes }),
    });
  }

  /** A queue; with a number, messages go to `<id>Dead` once they were received so often. */
  queue(id: string, properties: Properties = {}, maxReceiveCount?: number): this {
    if (maxReceiveCount === undefined) return this.add(id, 'AWS::SQS::Queue', properties);
    const RedrivePolicy = { deadLetterTargetArn: arnOf(`${id}Dead`), maxReceiveCount };
    return this.add(`${id}Dead`, 'AWS::SQS::Queue').add(id, 'AWS::SQS::Queue', { ...properties, RedrivePolicy });
  }

  /** A table with the key `pk` and a stream of both images. */
  table(id: string, properties: Properties = {}): this {
    return this.add(id, 'AWS::DynamoDB::Table', {
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      ...properties,
    });
  }

  /** Hands what a queue or a stream has to a Lambda. */
  mapping(source: unknown, lambda: string, properties: Properties = {}): this {
    return this.add(`Mapping${Object.keys(this.resources).length}`, 'AWS::Lambda::EventSourceMapping', {
      EventSourceArn: source,
      FunctionName: { Ref: lambda },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...properties,
    });
  }

  schedule(id: string, lambda: string, ScheduleExpression: string, Input?: string): this {
    const RoleArn = arnOf('SchedulesRole');
    const Target = { Arn: arnOf(lambda), RoleArn, ...(Input !== undefined && { Input }) };
    this.role('SchedulesRole', 'scheduler.amazonaws.com', [everything]);
    return this.add(id, 'AWS::Scheduler::Schedule', { ScheduleExpression, Target });
  }

  /** A role that a service may take on. */
  role(id: string, Service: string, mayDo: readonly Properties[]): this {
    const trust = { Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' };
    const Policies = mayDo.length > 0 ? [{ PolicyName: 'Own', PolicyDocument: policy(...mayDo) }] : [];
    return this.add(id, 'AWS::IAM::Role', { AssumeRolePolicyDocument: policy(trust), Policies });
  }

  /** Writes the assembly as CDK would and answers its folder. */
  write(): string {
    const json = (name: string, value: unknown): void =>
      writeFileSync(join(this.folder, name), JSON.stringify(value, undefined, 2));
    json('manifest.json', {
      artifacts: {
        mini: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://unknown-account/cn-north-1',
          properties: { templateFile: 'mini.template.json' },
        },
      },
    });
    json('mini.template.json', { Parameters: this.parameters, Resources: this.resources });
    const hashes = Object.keys(this.bundles);
    json('mini.assets.json', {
      files: Object.fromEntries(hashes.map((hash) => [hash, { source: { path: `asset.${hash}`, packaging: 'zip' } }])),
    });
    for (const [hash, source] of Object.entries(this.bundles)) {
      mkdirSync(join(this.folder, `asset.${hash}`));
      writeFileSync(join(this.folder, `asset.${hash}`, 'index.mjs'), source);
    }
    return this.folder;
  }

  private authorizer(Issuer: unknown): void {
    this.add('Authorizer', 'AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer, Audience: [{ Ref: 'OidcAudience' }] },
    });
  }
}
