import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Observability } from '../observability/observability.ts';
import type { Zone } from '../zones/zone.ts';
import type { DataStack } from './data-stack.ts';
import type { IntakeStack } from './intake-stack.ts';
import type { MatchingStack } from './matching-stack.ts';

type OperationStackProps = {
  readonly zone: Zone;
  readonly data: DataStack;
  readonly intake: IntakeStack;
  readonly matching: MatchingStack;
};

/** What a zone's operator watches it with. It has the zone's own name, as it needs all others: to deploy it is to deploy the zone. */
export class OperationStack extends Stack {
  constructor(scope: Construct, id: string, { zone, data, intake, matching }: OperationStackProps) {
    super(scope, id, { env: { region: zone.region }, description: `Zonematch, zone ${zone.id}` });
    data.key.serve(this);
    const { matching: judging, notification, history } = matching;
    const { invitations, weekly, bounces } = notification;
    const queues = [
      judging.requests,
      judging.overflow,
      judging.sweeps,
      notification.notices,
      invitations,
      weekly,
      ...bounces,
    ];
    const relays = [judging.listingRelay, judging.organizationRelay, notification.matchRelay, ...history.relays];
    new Observability(this, 'Observability', {
      topic: data.alarms,
      deadLetters: [...queues, ...relays].map((place) => place.deadLetters),
      channels: queues,
      differences: judging.differences,
      dueMailLeft: notification.dueMailLeft,
      dueMailFailed: notification.dueMailFailed,
      stops: invitations.told,
      functions: [intake.intake, judging, history, notification, intake.rotation].flatMap(({ functions }) =>
        Object.values(functions),
      ),
    });
    new CfnOutput(this, 'ApiUrl', { value: intake.intake.api.apiEndpoint });
  }
}
