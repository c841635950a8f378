import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeSecretVersions } from '../_adapters/secrets/secret-versions.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newSigningKey } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const { SIGNING_KEYS_SECRET } = parseEnv(Env, variables);
  return {
    logger: makeLogger('rotate-signing-key'),
    secretId: SIGNING_KEYS_SECRET,
    versions: makeSecretVersions(new SecretsManagerClient({}), SIGNING_KEYS_SECRET),
    newSigningKey,
  };
}
