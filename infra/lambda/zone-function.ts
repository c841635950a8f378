import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { version as esbuildVersion } from 'esbuild';
import { ZoneKey } from '../encryption/zone-key.ts';

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

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A Lambda of a zone: its own role, its own log group, and no permission but to write that log. */
export class ZoneFunction<Env> extends NodejsFunction {
  readonly folder: string;

  constructor(scope: Construct, id: string, props: ZoneFunctionProps<Env>) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.SIX_MONTHS,
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
      entry: `${root}functions/${props.folder}/handler.ts`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: props.environment,
      timeout: props.timeout ?? Duration.seconds(15),
      memorySize: props.memoryMiB ?? 512,
      // The default sets a variable of the SDK's older major, which no env.ts knows.
      awsSdkConnectionReuse: false,
      bundling: {
        esbuildVersion,
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        keepNames: true,
        mainFields: ['module', 'main'],
        // Libraries have a second self for development: it is neither bundled nor run.
        define: { 'process.env.NODE_ENV': '"production"' },
        // The SDK travels with the code: what was tested is what runs.
        externalModules: [],
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (_, folder) => (props.files ?? []).map((file) => `cp "${file}" "${folder}"`),
        },
        banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
      },
    });
    this.folder = props.folder;
  }
}
