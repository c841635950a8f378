import type { Construct } from 'constructs';
import { CanaryLogin } from '../canary/canary-login.ts';
import { ZoneKey } from '../encryption/zone-key.ts';
import { RelayLogin } from '../notification/relay-login.ts';
import { AlarmTopics } from '../observability/alarm-topics.ts';
import { ProofKey } from '../secrets/proof-key.ts';
import { SigningKeys } from '../secrets/signing-keys.ts';
import { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { ZoneStack } from '../zones/zone-stack.ts';

/** What a zone keeps: its record, the key that encrypts it, its secrets, and whom its alarms reach. No code runs here, so that a change of code never touches it. */
export class DataStack extends ZoneStack {
  readonly key: ZoneKey;
  readonly storage: Storage;
  readonly signingKeys: SigningKeys;
  readonly proofKey: ProofKey;
  /** Where the zone mails through a relay. */
  readonly relayLogin: RelayLogin | undefined;
  /** Where the zone has a canary. */
  readonly canaryLogin: CanaryLogin | undefined;
  readonly alarmTopics: AlarmTopics;

  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id, zone, 'what it keeps', true);
    this.key = new ZoneKey(this, zone);
    this.storage = new Storage(this, 'Storage');
    this.signingKeys = new SigningKeys(this, 'SigningKeys', zone);
    this.proofKey = new ProofKey(this, 'ProofKey', zone);
    this.relayLogin =
      zone.mail.transport === 'smtp'
        ? new RelayLogin(this, 'MailRelay', { zone: zone.id, mail: zone.mail })
        : undefined;
    this.canaryLogin = zone.canary === 'off' ? undefined : new CanaryLogin(this, 'CanaryLogin', zone.id);
    this.alarmTopics = new AlarmTopics(this, 'Alarms', zone.alarms.receiver);
  }
}
