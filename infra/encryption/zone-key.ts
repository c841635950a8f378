import { Aws, type Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Zone } from '../zones/zone.ts';
import { ZoneStack } from '../zones/zone-stack.ts';

/** What a service needs of the key to do its work for a caller. */
type Use = 'read' | 'write';

/** Writing a message needs a new data key, and reading it again to check it (Amazon SQS developer guide, "Key management"). */
const actionsFor = { read: ['kms:Decrypt'], write: ['kms:Decrypt', 'kms:GenerateDataKey'] } as const;

/** The one key of a zone. It encrypts what is on record, what waits in queues, logs, secrets and alarms. */
export class ZoneKey extends Key {
  /** The key of the zone that something belongs to. */
  static of(scope: Construct): ZoneKey {
    const { key, stackName } = ZoneStack.of(scope);
    if (key instanceof ZoneKey) return key;
    throw new Error(`${stackName} has another key than a zone's`);
  }

  constructor(stack: Stack, zone: Pick<Zone, 'id'>) {
    super(stack, 'Key', { description: `Encrypts what zone ${zone.id} keeps`, enableKeyRotation: true });
    // Nobody but CloudWatch Logs, and for this zone's log groups alone (CloudWatch Logs user guide, "Encrypt log data").
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${stack.region}.${Aws.URL_SUFFIX}`)],
        actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${stack.region}:${Aws.ACCOUNT_ID}:log-group:zonematch-${zone.id}-*`,
          },
        },
      }),
    );
    // An alarm is put on an encrypted topic by CloudWatch itself (Amazon SNS developer guide, "Managing encryption keys").
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
  }

  /** Using the key through a service and in no other way. The domain of the service differs by partition. */
  grantThrough(service: 'dynamodb' | 'sqs' | 'secretsmanager', grantee: IGrantable, use: Use): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [...actionsFor[use]],
        resources: [this.keyArn],
        conditions: { StringLike: { 'kms:ViaService': `${service}.${ZoneStack.of(this).region}.*` } },
      }),
    );
  }
}
