import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Env as RotateSigningKeyEnv } from '../../functions/rotate-signing-key/env.ts';
import { ZoneKey } from '../encryption/zone-key.ts';
import { ZoneSecret } from '../encryption/zone-secret.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import type { Zone } from '../zones/zone.ts';

/** Longer than any link lives, which is 30 days, by the day within which a rotation comes: what was signed with the key before the current one counts until the next rotation. */
const rotationDays = 32;

/** The keys that a zone signs its links with: made in Secrets Manager, changed by it, and known to nobody but it. */
export class SigningKeys extends Construct {
  readonly functions: readonly ZoneFunction<unknown>[];
  readonly variables: Readonly<Record<'SIGNING_KEYS_SECRET', string>>;
  private readonly secret: ZoneSecret;

  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id);
    this.secret = new ZoneSecret(this, 'Key', {
      description: `Key that zone ${zone.id} signs its links with`,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    this.variables = { SIGNING_KEYS_SECRET: this.secret.secretArn };
    const rotate = new ZoneFunction<RotateSigningKeyEnv>(this, 'RotateSigningKey', {
      folder: 'rotate-signing-key',
      environment: this.variables,
    });
    this.functions = [rotate];
    // Not by `addRotationSchedule`, which also allows GetRandomPassword on everything.
    this.secret.grantValue(rotate);
    rotate.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        resources: [this.secret.secretArn],
      }),
    );
    ZoneKey.of(this).grantThrough('secretsmanager', rotate, 'write');
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
    this.secret.grantValue(fn);
  }
}
