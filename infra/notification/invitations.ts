import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Env as InviteContactsEnv } from '../../functions/invite-contacts/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ChannelQueue } from '../messaging/channel-queue.ts';
import type { SigningKeys } from '../secrets/signing-keys.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { mailRetries } from './mail-retries.ts';
import type { MailTransport } from './mail-transport.ts';

type InvitationsProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  readonly mail: MailTransport;
  readonly keys: SigningKeys;
  readonly publicBaseUrl: string;
};

const inviterTimeout = Duration.minutes(5);

/** From a contact that somebody typed to a mail that asks its owner. */
export class Invitations extends ChannelQueue {
  readonly functions: readonly ZoneFunction<unknown>[];

  constructor(scope: Construct, id: string, { zone, storage, mail, keys, publicBaseUrl }: InvitationsProps) {
    super(scope, id, { readerTimeout: inviterTimeout, retries: mailRetries });
    const invite = new ZoneFunction<InviteContactsEnv>(this, 'InviteContacts', {
      folder: 'invite-contacts',
      environment: {
        ...mail.variables,
        ...keys.variables,
        ...this.retryVariables,
        ZONE_NAME: JSON.stringify(zone.name),
        PUBLIC_BASE_URL: publicBaseUrl,
        TIME_ZONE: zone.timeZone,
        MAILS_A_MINUTE: String(zone.limits.mailsAMinute),
        INVITATIONS_A_DAY: JSON.stringify(zone.limits.invitationsADay),
        ORGANIZATIONS_TABLE: storage.organizations.tableName,
        INVITATIONS_TABLE: storage.invitations.tableName,
        STOPS_TABLE: storage.stops.tableName,
        AUDIT_TABLE: storage.audit.tableName,
        USAGE_TABLE: storage.usage.tableName,
        DEAD_LETTER_QUEUE_URL: this.deadLetters.queueUrl,
      },
      timeout: inviterTimeout,
    });
    this.functions = [invite];
    // Twenty contacts at the slowest pace, twice, within the time that a run has.
    this.grantRead(invite, { batchSize: 2, window: Duration.seconds(0), maxConcurrency: 2 });
    this.grantPark(invite);
    this.grantPutOff(invite);
    storage.grantInvite(invite);
    mail.grantUse(invite);
    keys.grantUse(invite);
  }
}
