import { Construct } from 'constructs';
import type { Env as KeepHistoryEnv } from '../../functions/keep-history/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ChangeRelay } from '../messaging/change-relay.ts';
import type { Storage } from '../storage/storage.ts';

/** What every listing and party was, so that a verdict of any day can be given again, and what the calendar will change. */
export class History extends Construct {
  readonly relays: readonly [ofListings: ChangeRelay, ofOrganizations: ChangeRelay];
  readonly functions: readonly ZoneFunction<unknown>[];

  constructor(scope: Construct, id: string, { storage }: { readonly storage: Storage }) {
    super(scope, id);
    const keep = new ZoneFunction<KeepHistoryEnv>(this, 'KeepHistory', {
      folder: 'keep-history',
      environment: { HISTORY_TABLE: storage.history.tableName, RECHECKS_TABLE: storage.rechecks.tableName },
    });
    storage.grantKeepHistory(keep);
    this.functions = [keep];
    this.relays = [
      new ChangeRelay(this, 'ListingHistory', { streamArn: storage.listings.changesArn, reader: keep }),
      new ChangeRelay(this, 'OrganizationHistory', { streamArn: storage.organizations.changesArn, reader: keep }),
    ];
  }
}
