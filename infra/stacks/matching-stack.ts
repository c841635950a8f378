import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { History } from '../history/history.ts';
import { Matching } from '../matching/matching.ts';
import { ZoneBus } from '../messaging/zone-bus.ts';
import { Notification } from '../notification/notification.ts';
import type { Zone } from '../zones/zone.ts';
import type { DataStack } from './data-stack.ts';

type MatchingStackProps = { readonly zone: Zone; readonly data: DataStack; readonly publicBaseUrl: string };

/** What a zone does with what it was told: judging, keeping what was, mailing. */
export class MatchingStack extends Stack {
  readonly matching: Matching;
  readonly history: History;
  readonly notification: Notification;

  constructor(scope: Construct, id: string, { zone, data, publicBaseUrl }: MatchingStackProps) {
    super(scope, id, { env: { region: zone.region }, description: `Zonematch, zone ${zone.id}: matches and mails` });
    data.key.serve(this);
    const { storage, signingKeys: keys, relayLogin } = data;
    const { bus } = new ZoneBus(this, 'Bus', zone);
    this.notification = new Notification(this, 'Notification', { zone, storage, bus, keys, relayLogin, publicBaseUrl });
    const { invitations, notices } = this.notification;
    this.matching = new Matching(this, 'Matching', { zone, storage, bus, invitations, notices });
    this.history = new History(this, 'History', { storage });
  }
}
