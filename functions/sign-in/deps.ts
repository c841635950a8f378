import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeSigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { TokenNamesEnv } from '../_runtime/token-names-env.ts';
import { Env } from './env.ts';
import { makeIssuer } from './issuer.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env.extend(TokenNamesEnv.shape), variables);
  return {
    logger: makeLogger('sign-in'),
    clock: systemClock,
    zone: { name: env.ZONE_NAME },
    publicBaseUrl: env.PUBLIC_BASE_URL.replace(/\/+$/, ''),
    keys: makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(systemClock())),
    issuer: makeIssuer({
      url: env.OIDC_ISSUER,
      audience: env.OIDC_AUDIENCE,
      clientId: env.WEB_CLIENT_ID,
      names: env.CLAIM_NAMES,
    }),
  };
}
