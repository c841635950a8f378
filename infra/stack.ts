import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { History } from './history/history.ts';
import { Intake } from './intake/intake.ts';
import { Matching } from './matching/matching.ts';
import { ZoneBus } from './messaging/zone-bus.ts';
import { Notification } from './notification/notification.ts';
import { Observability } from './observability/observability.ts';
import { SigningKeys } from './secrets/signing-keys.ts';
import { Storage } from './storage/storage.ts';
import { checkLimits } from './zones/check-limits.ts';
import { checkMail } from './zones/check-mail.ts';
import { checkOrigins } from './zones/check-origins.ts';
import { checkRhythm } from './zones/check-rhythm.ts';
import type { Zone } from './zones/zone.ts';

/** One zone. Wires the capabilities; makes no resource itself. */
export class ZoneStack extends Stack {
  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id, { env: { region: zone.region }, description: `Zonematch, zone ${zone.id}` });
    checkLimits(zone.limits);
    checkRhythm(zone.rhythm);
    checkOrigins(zone.web.origins);
    checkMail(zone.mail);
    const storage = new Storage(this, 'Storage');
    const { bus } = new ZoneBus(this, 'Bus', zone);
    const keys = new SigningKeys(this, 'SigningKeys', zone);
    const intake = new Intake(this, 'Intake', { zone, storage, keys });
    const notification = new Notification(this, 'Notification', {
      zone,
      storage,
      bus,
      keys,
      publicBaseUrl: intake.api.apiEndpoint,
    });
    const { invitations, weekly, bounces } = notification;
    const matching = new Matching(this, 'Matching', { zone, storage, bus, invitations, notices: notification.notices });
    const history = new History(this, 'History', { storage });
    const queues = [
      matching.requests,
      matching.overflow,
      matching.sweeps,
      notification.notices,
      invitations,
      weekly,
      ...bounces,
    ];
    const relays = [matching.listingRelay, matching.organizationRelay, notification.matchRelay, ...history.relays];
    new Observability(this, 'Observability', {
      deadLetters: [...queues, ...relays].map((place) => place.deadLetters),
      channels: queues,
      differences: matching.differences,
      dueMailLeft: notification.dueMailLeft,
      dueMailFailed: notification.dueMailFailed,
      stops: invitations.told,
      functions: [intake, matching, history, notification, keys].flatMap(({ functions }) => Object.values(functions)),
    });
    new CfnOutput(this, 'ApiUrl', { value: intake.api.apiEndpoint });
  }
}
