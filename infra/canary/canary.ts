import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Env as TryMarketEnv } from '../../functions/try-market/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ZoneAlarm } from '../observability/zone-alarm.ts';
import { zoneMetric } from '../observability/zone-metric.ts';
import type { Zone } from '../zones/zone.ts';
import type { Canary as CanarySettings } from '../zones/zone-watch.ts';
import type { CanaryLogin } from './canary-login.ts';

type CanaryProps = {
  readonly zone: Zone;
  readonly settings: Exclude<CanarySettings, 'off'>;
  readonly login: CanaryLogin;
  readonly issuer: string;
  readonly audience: string;
  readonly publicBaseUrl: string;
};

/** Two organizations that try the zone out, as an enterprise uses it, and the alarm where they cannot. */
export class Canary extends Construct {
  constructor(scope: Construct, id: string, { zone, settings, login, issuer, audience, publicBaseUrl }: CanaryProps) {
    super(scope, id);
    const { everyMinutes, withinMinutes, supplier, buyer } = settings;
    const within = Duration.minutes(withinMinutes);
    const tryMarket = new ZoneFunction<TryMarketEnv>(this, 'TryMarket', {
      folder: 'try-market',
      environment: {
        PUBLIC_BASE_URL: publicBaseUrl,
        OIDC_ISSUER: issuer,
        OIDC_AUDIENCE: audience,
        MEMBER_SCOPE: zone.identity.names.scopes.member,
        CANARY_PARTIES: JSON.stringify({ supplier, buyer }),
        CANARY_WITHIN_SECONDS: String(within.toSeconds()),
        CANARY_LOGIN_SECRET: login.secretArn,
      },
      // Waits twice, for a match and for its end.
      timeout: Duration.minutes(Math.min(15, 2 * withinMinutes + 2)),
    });
    login.grantValue(tryMarket);
    new Schedule(this, 'TryOut', {
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      target: new LambdaInvoke(tryMarket.live),
      description: 'Has two organizations that exist for nothing else post, match and withdraw',
    });
    new ZoneAlarm(this, 'CanaryFailed', {
      severity: 'urgent',
      metric: zoneMetric(zone.id, 'CanaryPassed', {
        statistic: 'Sum',
        period: Duration.minutes(Math.max(15, 3 * everyMinutes)),
      }),
      threshold: 1,
      isBelow: true,
      says: 'Nobody can see that the zone works: what the canary posted was not taken, or not matched.',
      runbook: 'canary',
    });
  }
}
