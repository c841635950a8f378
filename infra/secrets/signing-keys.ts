import { Construct } from 'constructs';
import { ZoneSecret } from '../encryption/zone-secret.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { Zone } from '../zones/zone.ts';

/** The keys that a zone signs its links with: made in Secrets Manager, changed by it, and known to nobody but it. */
export class SigningKeys extends Construct {
  readonly variables: Readonly<Record<'SIGNING_KEYS_SECRET', string>>;
  readonly secret: ZoneSecret;

  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id);
    this.secret = new ZoneSecret(this, 'Key', {
      description: `Key that zone ${zone.id} signs its links with`,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    this.variables = { SIGNING_KEYS_SECRET: this.secret.secretArn };
  }

  /** Reading the current key and the one before it. */
  grantUse(fn: ZoneFunction<unknown>): void {
    this.secret.grantValue(fn);
  }
}
