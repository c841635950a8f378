import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ZoneKey } from '../encryption/zone-key.ts';
import { RelayLogin } from '../notification/relay-login.ts';
import { AlarmTopic } from '../observability/alarm-topic.ts';
import { SigningKeys } from '../secrets/signing-keys.ts';
import { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';

/** What a zone keeps: its record, the key that encrypts it, its secrets, and whom its alarms reach. No code runs here, so that a change of code never touches it. */
export class DataStack extends Stack {
  readonly key: ZoneKey;
  readonly storage: Storage;
  readonly signingKeys: SigningKeys;
  /** Where the zone mails through a relay. */
  readonly relayLogin: RelayLogin | undefined;
  readonly alarms: AlarmTopic;

  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id, {
      env: { region: zone.region },
      description: `Zonematch, zone ${zone.id}: what it keeps`,
      terminationProtection: true,
    });
    this.key = new ZoneKey(this, zone);
    this.storage = new Storage(this, 'Storage');
    this.signingKeys = new SigningKeys(this, 'SigningKeys', zone);
    this.relayLogin =
      zone.mail.transport === 'smtp'
        ? new RelayLogin(this, 'MailRelay', { zone: zone.id, mail: zone.mail })
        : undefined;
    this.alarms = new AlarmTopic(this, 'Alarms');
  }
}
