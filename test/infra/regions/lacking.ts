import { type RegionId, regionOf } from '../../../infra/zones/regions.ts';

type Lack = {
  readonly type: string;
  /** The property that is lacking, by its way; the whole type where none is named. */
  readonly property?: string;
  /** Only this value of it. */
  readonly value?: string;
  readonly why: string;
};

const lambdaInChina = 'https://docs.amazonaws.cn/en_us/aws/latest/userguide/lambda.md';
const gatewayInChina = 'https://docs.amazonaws.cn/aws/latest/userguide/api-gateway.html';

/** What the schemas of the Chinese regions name and the services there lack, by their own pages. */
const inChina: readonly Lack[] = [
  { type: 'AWS::Lambda::Url', why: `Lambda has no function URLs there (${lambdaInChina})` },
  {
    type: 'AWS::Lambda::Function',
    property: 'TracingConfig.Mode',
    value: 'Active',
    why: `X-Ray does not trace Lambdas there (${lambdaInChina})`,
  },
  {
    type: 'AWS::Lambda::Function',
    property: 'CodeSigningConfigArn',
    why: `Lambda signs no code there (${lambdaInChina})`,
  },
  {
    type: 'AWS::Lambda::Function',
    property: 'RecursiveLoop',
    why: `Lambda finds no loops there (${lambdaInChina})`,
  },
  {
    type: 'AWS::Lambda::EventSourceMapping',
    property: 'ProvisionedPollerConfig',
    why: `event source mappings have no provisioned mode there (${lambdaInChina})`,
  },
  {
    type: 'AWS::Lambda::EventSourceMapping',
    property: 'MetricsConfig',
    why: `event source mappings have no metrics of their own there (${lambdaInChina})`,
  },
  {
    type: 'AWS::ApiGatewayV2::DomainName',
    property: 'DomainNameConfigurations.EndpointType',
    value: 'EDGE',
    why: `endpoints are regional there (${gatewayInChina})`,
  },
];

/** What a region lacks although its schemas name it. */
export const lackingIn = (region: RegionId): readonly Lack[] =>
  regionOf(region).partition === 'aws-cn' ? inChina : [];
