import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnRotationSchedule, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Env as RotateSigningKeyEnv } from '../../functions/rotate-signing-key/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import type { Zone } from '../zones/zone.ts';

/** Longer than any link lives: what was signed with the key before the current one counts until the next rotation. */
const rotationDays = 30;

/** The keys that a zone signs its links with: made in Secrets Manager, changed by it, and known to nobody but it. */
export class SigningKeys extends Construct {
  readonly functions: readonly ZoneFunction<unknown>[];
  readonly variables: Readonly<Record<'SIGNING_KEYS_SECRET', string>>;
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id);
    this.secret = new Secret(this, 'Key', {
      description: `Key that zone ${zone.id} signs its links with`,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.variables = { SIGNING_KEYS_SECRET: this.secret.secretArn };
    const rotate = new ZoneFunction<RotateSigningKeyEnv>(this, 'RotateSigningKey', {
      folder: 'rotate-signing-key',
      environment: this.variables,
    });
    this.functions = [rotate];
    // Not by `addRotationSchedule`, which also allows GetRandomPassword on everything.
    this.allow(
      rotate,
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    );
    rotate.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceArn: this.secret.secretArn,
      sourceAccount: Stack.of(this).account,
    });
    const schedule = new CfnRotationSchedule(this, 'Rotation', {
      secretId: this.secret.secretArn,
      rotationLambdaArn: rotate.functionArn,
      rotateImmediatelyOnUpdate: false,
      rotationRules: { automaticallyAfterDays: rotationDays },
    });
    schedule.node.addDependency(rotate);
  }

  /** Reading the current key and the one before it. */
  grantUse(fn: ZoneFunction<unknown>): void {
    this.allow(fn, 'secretsmanager:GetSecretValue');
  }

  private allow(fn: ZoneFunction<unknown>, ...actions: string[]): void {
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [this.secret.secretArn] }));
  }
}
