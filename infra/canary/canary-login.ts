import type { Construct } from 'constructs';
import { ZoneSecret } from '../encryption/zone-secret.ts';

/** With what the canary's two clients ask for tokens: the operator puts `{"supplier": "…", "buyer": "…"}` in. */
export class CanaryLogin extends ZoneSecret {
  constructor(scope: Construct, id: string, zone: string) {
    super(scope, id, {
      description: `Secrets of the two clients of the canary of zone ${zone}`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ supplier: 'unset' }),
        generateStringKey: 'buyer',
        excludePunctuation: true,
      },
    });
  }
}
