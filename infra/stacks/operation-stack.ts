import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Observability } from '../observability/observability.ts';
import type { DataStack } from './data-stack.ts';
import type { IntakeStack } from './intake-stack.ts';
import type { MatchingStack } from './matching-stack.ts';
import { ServiceStack } from './service-stack.ts';

type Parts = { readonly data: DataStack; readonly intake: IntakeStack; readonly matching: MatchingStack };

/** What a zone's operator watches it with. It has the zone's own name, as it needs all others: to deploy it is to deploy the zone. */
export class OperationStack extends ServiceStack {
  constructor(scope: Construct, id: string, { data, intake, matching }: Parts) {
    super(scope, id, data, 'what it is watched with');
    const { matching: judging, notification, history } = matching;
    const { invitations, weekly, bounces } = notification;
    const channels = [
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
      zone: data.zone,
      api: intake.intake.api,
      storage: data.storage,
      channels,
      deadLetters: [...channels, ...relays].map((place) => place.deadLetters),
      matcher: judging.matcher,
    });
    new CfnOutput(this, 'ApiUrl', { value: intake.intake.api.apiEndpoint });
  }
}
