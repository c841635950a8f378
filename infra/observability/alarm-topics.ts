import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { ZoneKey } from '../encryption/zone-key.ts';
import type { Severity } from '../zones/zone-watch.ts';

/** What carries a zone's alarms of one severity to whoever has subscribed to them. */
class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, receiver: string) {
    super(scope, id, { enforceSSL: true, masterKey: ZoneKey.of(scope) });
    // With a policy of its own a topic no longer takes what its account's alarms say (CloudWatch user guide, "Alarm actions").
    const stack = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: {
          ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'cloudwatch', resource: 'alarm:*' }) },
          StringEquals: { 'aws:SourceAccount': stack.account },
        },
      }),
    );
    // Asked by SNS to confirm it, once.
    this.addSubscription(new EmailSubscription(receiver));
  }
}

/** A topic for each severity; a pager may be subscribed to the urgent one alone. */
export class AlarmTopics extends Construct {
  private readonly topics: Readonly<Record<Severity, AlarmTopic>>;

  constructor(scope: Construct, id: string, receiver: string) {
    super(scope, id);
    this.topics = { urgent: new AlarmTopic(this, 'Urgent', receiver), soon: new AlarmTopic(this, 'Soon', receiver) };
  }

  of(severity: Severity): Topic {
    return this.topics[severity];
  }
}
