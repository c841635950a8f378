import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Canary } from '../canary/canary.ts';
import { Observability } from '../observability/observability.ts';
import { Operation } from '../operation/operation.ts';
import type { DataStack } from './data-stack.ts';
import type { IntakeStack } from './intake-stack.ts';
import type { MatchingStack } from './matching-stack.ts';
import { ServiceStack } from './service-stack.ts';

type Parts = { readonly data: DataStack; readonly intake: IntakeStack; readonly matching: MatchingStack };

/** What a zone's operator watches and mends it with. It has the zone's own name, as it needs all others: to deploy it is to deploy the zone. */
export class OperationStack extends ServiceStack {
  constructor(scope: Construct, id: string, { data, intake, matching }: Parts) {
    super(scope, id, data, 'what it is watched and mended with');
    const { matching: judging, notification, history } = matching;
    const { invitations, weekly, bounces } = notification;
    const channels = {
      'match-requests': judging.requests,
      'match-overflow': judging.overflow,
      'match-sweeps': judging.sweeps,
      notifications: notification.notices,
      invitations,
      'weekly-mail': weekly,
      ...Object.fromEntries(bounces.map((channel) => ['bounces', channel])),
    };
    const [listingHistory, organizationHistory] = history.relays;
    const relays = {
      'listing-changes': judging.listingRelay,
      'organization-changes': judging.organizationRelay,
      'match-changes': notification.matchRelay,
      'listing-history': listingHistory,
      'organization-history': organizationHistory,
    };
    const operation = new Operation(this, 'Operation', {
      zone: data.zone,
      storage: data.storage,
      intake: intake.intake,
      matching: judging,
      proofKey: data.proofKey,
      parking: { channels, relays },
    });
    const queues = [...Object.values(channels), operation.replays];
    new Observability(this, 'Observability', {
      zone: data.zone,
      api: intake.intake.api,
      storage: data.storage,
      channels: queues,
      deadLetters: [...queues, ...Object.values(relays)].map((place) => place.deadLetters),
      matcher: judging.matcher,
    });
    const { zone, canaryLogin: login } = data;
    const { tokens, api } = intake.intake;
    if (zone.canary !== 'off' && login)
      new Canary(this, 'Canary', { zone, settings: zone.canary, login, ...tokens, publicBaseUrl: api.apiEndpoint });
    new CfnOutput(this, 'ApiUrl', { value: intake.intake.api.apiEndpoint });
  }
}
