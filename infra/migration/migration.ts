import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Env as MigrateRowsEnv } from '../../functions/migrate-rows/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import type { Storage } from '../storage/storage.ts';

/** Brings rows that were written before to the edition of today, by itself after a deployment that has a new one. */
export class Migration extends Construct {
  constructor(scope: Construct, id: string, storage: Storage) {
    super(scope, id);
    const migrate = new ZoneFunction<MigrateRowsEnv>(this, 'MigrateRows', {
      folder: 'migrate-rows',
      environment: { DELIVERIES_TABLE: storage.deliveries.tableName, USAGE_TABLE: storage.usage.tableName },
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
