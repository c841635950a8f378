import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ZoneKey } from '../encryption/zone-key.ts';

/** A queue of a zone: encrypted with the zone's key, over TLS alone; a message waits as long as SQS keeps any, and the queue outlives its stack. */
export class ZoneQueue extends Queue {
  constructor(scope: Construct, id: string, props: Pick<QueueProps, 'visibilityTimeout' | 'deadLetterQueue'> = {}) {
    super(scope, id, {
      ...props,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: ZoneKey.of(scope),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Just sending to it. */
  grantSend(grantee: IGrantable): void {
    this.allow(grantee, 'sqs:SendMessage');
    ZoneKey.of(this).grantThrough('sqs', grantee, 'write');
  }

  /** What Lambda needs to hand its messages on (AWS Lambda developer guide, "Execution role permissions" for Amazon SQS). */
  grantPoll(grantee: IGrantable): void {
    this.allow(grantee, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes');
    ZoneKey.of(this).grantThrough('sqs', grantee, 'read');
  }

  /** Looking at what it holds, which is given back, or goes. */
  grantLook(grantee: IGrantable): void {
    this.grantPoll(grantee);
    this.allow(grantee, 'sqs:ChangeMessageVisibility');
  }

  private allow(grantee: IGrantable, ...actions: string[]): void {
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [this.queueArn] }));
  }
}
