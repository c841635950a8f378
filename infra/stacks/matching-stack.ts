import type { Construct } from 'constructs';
import { History } from '../history/history.ts';
import { Matching } from '../matching/matching.ts';
import { ZoneBus } from '../messaging/zone-bus.ts';
import { Migration } from '../migration/migration.ts';
import { Notification } from '../notification/notification.ts';
import { Statistics } from '../statistics/statistics.ts';
import { canaryParties } from '../zones/zone-watch.ts';
import type { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';

/** What a zone does with what it was told: judging, keeping what was, counting, mailing. */
export class MatchingStack extends ServiceStack {
  readonly matching: Matching;
  readonly history: History;
  readonly notification: Notification;
  readonly statistics: Statistics;

  constructor(scope: Construct, id: string, data: DataStack, publicBaseUrl: string) {
    super(scope, id, data, 'matches and mails');
    const { zone, storage, signingKeys: keys, relayLogin } = data;
    const { bus } = new ZoneBus(this, 'Bus', zone);
    this.notification = new Notification(this, 'Notification', { zone, storage, bus, keys, relayLogin, publicBaseUrl });
    const { invitations, notices } = this.notification;
    this.matching = new Matching(this, 'Matching', { zone, storage, bus, invitations, notices });
    this.history = new History(this, 'History', { storage });
    this.statistics = new Statistics(this, 'Statistics', { zone, storage, leftOut: canaryParties(zone) });
    new Migration(this, 'Migration', zone, storage);
  }
}
