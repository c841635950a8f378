import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ZoneKey } from '../encryption/zone-key.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import { ZoneQueue } from './zone-queue.ts';

type RelayProps = { readonly streamArn: string; readonly reader: ZoneFunction<unknown> };

/**
 * A table's stream read by a Lambda. A batch that keeps failing is split until the bad record stands alone; that one is
 * parked and the shard goes on.
 */
export class ChangeRelay extends Construct {
  readonly deadLetters: ZoneQueue;

  constructor(scope: Construct, id: string, { streamArn, reader }: RelayProps) {
    super(scope, id);
    this.deadLetters = new ZoneQueue(this, 'DeadLetters');
    this.deadLetters.grantSend(reader);
    reader.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [streamArn],
      }),
    );
    // Names of streams, of which IAM knows no single ones (Service Authorization Reference, "Amazon DynamoDB").
    reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
    ZoneKey.of(this).grantThrough('dynamodb', reader, 'read');
    reader.handOverBitByBit();
    reader.live.addEventSourceMapping(id, {
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      onFailure: { bind: () => ({ destination: this.deadLetters.queueArn }) },
    });
  }
}
