import { Annotations, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Env as RotateSigningKeyEnv } from '../../functions/rotate-signing-key/env.ts';
import { ZoneKey } from '../encryption/zone-key.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Longer than any link lives, which is 30 days, by the day within which a rotation comes: what was signed with the key before the current one counts until the next rotation. */
const rotationDays = 32;

/** Has Secrets Manager change the key that a zone signs its links with. */
export class SigningKeyRotation extends Construct {
  readonly functions: readonly ZoneFunction<unknown>[];

  constructor(scope: Construct, id: string, { secret, variables }: SigningKeys) {
    super(scope, id);
    const rotate = new ZoneFunction<RotateSigningKeyEnv>(this, 'RotateSigningKey', {
      folder: 'rotate-signing-key',
      environment: variables,
    });
    this.functions = [rotate];
    // Not by `addRotationSchedule`, which also allows GetRandomPassword on everything.
    secret.grantValue(rotate);
    rotate.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        resources: [secret.secretArn],
      }),
    );
    ZoneKey.of(this).grantThrough('secretsmanager', rotate, 'write');
    Annotations.of(rotate).acknowledgeWarning(
      '@aws-cdk/aws-lambda:addPermissionsToVersionOrAlias',
      'Secrets Manager invokes it without a qualifier',
    );
    rotate.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceArn: secret.secretArn,
      sourceAccount: Stack.of(this).account,
    });
    const schedule = new CfnRotationSchedule(this, 'Rotation', {
      secretId: secret.secretArn,
      rotationLambdaArn: rotate.functionArn,
      rotateImmediatelyOnUpdate: false,
      rotationRules: { automaticallyAfterDays: rotationDays },
    });
    schedule.node.addDependency(rotate);
  }
}
