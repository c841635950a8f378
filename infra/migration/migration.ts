import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Env as MigrateRowsEnv } from '../../functions/migrate-rows/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { indexVariables } from '../storage/index-variables.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';

/** Brings rows that were written before to the edition of today, and the index to how it is spread, by itself after a deployment. */
export class Migration extends Construct {
  constructor(scope: Construct, id: string, zone: Zone, storage: Storage) {
    super(scope, id);
    const migrate = new ZoneFunction<MigrateRowsEnv>(this, 'MigrateRows', {
      folder: 'migrate-rows',
      environment: {
        ...indexVariables(zone, storage),
        DELIVERIES_TABLE: storage.deliveries.tableName,
        LISTINGS_TABLE: storage.listings.tableName,
        USAGE_TABLE: storage.usage.tableName,
      },
      timeout: Duration.minutes(15),
    });
    storage.grantMigrate(migrate);
    new Schedule(this, 'RowMigration', {
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      target: new LambdaInvoke(migrate.live),
      description: 'Rewrites rows of older editions; reads one row a table where there are none',
    });
  }
}
