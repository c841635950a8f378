import { Duration, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Env as TakeStatisticsEnv } from '../../functions/take-statistics/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';

type StatisticsProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  /** Organizations that try the zone out and are no enterprises. */
  readonly leftOut?: readonly string[];
};

/** Counts the zone each night: what its operator reports, and what anybody may know. */
export class Statistics extends Construct {
  constructor(scope: Construct, id: string, { zone, storage, leftOut = [] }: StatisticsProps) {
    super(scope, id);
    const take = new ZoneFunction<TakeStatisticsEnv>(this, 'TakeStatistics', {
      folder: 'take-statistics',
      environment: {
        TIME_ZONE: zone.timeZone,
        ORGANIZATIONS_TABLE: storage.organizations.tableName,
        LISTINGS_TABLE: storage.listings.tableName,
        MATCHES_TABLE: storage.matches.tableName,
        STATISTICS_TABLE: storage.statistics.tableName,
        LEFT_OUT: JSON.stringify(leftOut),
      },
      timeout: Duration.minutes(15),
      // What is counted of a million listings is held in memory.
      memoryMiB: 2048,
    });
    storage.grantCount(take);
    new Schedule(this, 'NightlyCount', {
      // A run goes on where the one before had no time left, and finds nothing to do once the day is counted.
      schedule: ScheduleExpression.cron({ minute: '10,30,50', hour: '1-5', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(take.live),
      description: 'Counts the zone as it stands at the end of a day',
    });
  }
}
