import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Alias,
  Architecture,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ZoneKey } from '../encryption/zone-key.ts';
import { ZoneAlarm } from '../observability/zone-alarm.ts';
import { workFailed } from '../observability/zone-metric.ts';
import { regionOf } from '../zones/regions.ts';
import { ZoneStack } from '../zones/zone-stack.ts';
import { bundledCode } from './bundles.ts';
import { Deployments } from './deployments.ts';

export type ZoneFunctionProps<Env> = {
  /** The folder under functions/; its handler.ts is what runs. */
  readonly folder: string;
  /** Every variable that the folder's env.ts reads, and no other. */
  readonly environment: Record<keyof Env & string, string>;
  /** Files that lie beside the code, by path. */
  readonly files?: readonly string[];
  readonly timeout?: Duration;
  readonly memoryMiB?: number;
};

/** A Lambda of a zone: its own role, its own log group, and no permission but to write that log. */
export class ZoneFunction<Env> extends LambdaFunction {
  readonly folder: string;
  /** The version that works now: what hands it work names this, so that a new version can be given a little of it first. */
  readonly live: IFunction;
  private readonly alias: Alias;
  private readonly errors: ZoneAlarm;
  private isHandedOver = false;

  constructor(scope: Construct, id: string, props: ZoneFunctionProps<Env>) {
    const { zone } = ZoneStack.of(scope);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: zone.retention.logsDays,
      encryptionKey: ZoneKey.of(scope),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    super(scope, id, {
      code: bundledCode(props.folder, props.files),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { ...props.environment, METRICS_ZONE: zone.id },
      tracing: regionOf(zone.region).has.lambdaTracing ? Tracing.ACTIVE : Tracing.DISABLED,
      timeout: props.timeout ?? Duration.seconds(15),
      memorySize: props.memoryMiB ?? 512,
    });
    this.folder = props.folder;
    this.alias = this.addAlias('live');
    // An alias is a function but for one optional property, of which CDK says `undefined` in the one type and nothing in the other.
    this.live = this.alias as IFunction;
    const period = Duration.minutes(5);
    this.errors = new ZoneAlarm(scope, `${id}Errors`, {
      severity: 'soon',
      metric: new MathExpression({
        expression: '100 * (errors + FILL(failed, 0)) / runs',
        usingMetrics: {
          errors: this.metricErrors({ period }),
          failed: workFailed(zone.id, props.folder, period),
          runs: this.metricInvocations({ period }),
        },
        label: 'Errors (%)',
        period,
      }),
      threshold: zone.alarms.thresholds.errorPercent,
      isAbove: true,
      says: `${props.folder} fails.`,
      runbook: 'function-errors',
    });
  }

  /** From now on a new version gets a tenth of the work for some minutes, and the old one all of it again where the new one fails. */
  handOverBitByBit(): void {
    if (this.isHandedOver) return;
    this.isHandedOver = true;
    Deployments.of(this)?.add(this.node.id, this.alias, this.errors);
  }
}
