import { Construct } from 'constructs';
import { ZoneSecret } from '../encryption/zone-secret.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { Zone } from '../zones/zone.ts';

/** What a zone signs statements with that must be checked for years: it is never changed, so that each stays good. */
export class ProofKey extends Construct {
  readonly variables: Readonly<Record<'PROOF_KEY_SECRET', string>>;
  private readonly secret: ZoneSecret;

  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id);
    this.secret = new ZoneSecret(this, 'Key', {
      description: `Key that zone ${zone.id} signs its statements of exports and deletions with`,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    this.variables = { PROOF_KEY_SECRET: this.secret.secretArn };
  }

  /** Reading it. */
  grantUse(fn: ZoneFunction<unknown>): void {
    this.secret.grantValue(fn);
  }
}
