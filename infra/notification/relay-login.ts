import type { Construct } from 'constructs';
import { ZoneSecret } from '../encryption/zone-secret.ts';
import type { ZoneMail } from '../zones/zone-mail.ts';

type RelayLoginProps = { readonly zone: string; readonly mail: Extract<ZoneMail, { transport: 'smtp' }> };

/** The login of a zone's mail relay. Made with a password that no relay knows: the operator puts the relay's own in before the first mail. */
export class RelayLogin extends ZoneSecret {
  constructor(scope: Construct, id: string, { zone, mail }: RelayLoginProps) {
    super(scope, id, {
      description: `Login of the mail relay of zone ${zone}`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: mail.from }),
        generateStringKey: 'password',
        excludePunctuation: true,
      },
    });
  }
}
