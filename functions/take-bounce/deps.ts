import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeSigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { makeStoppingDeps } from '../_contacts/stopping-deps.ts';
import { isMarked } from '../_links/mail-mark.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const keys = makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(systemClock()));
  return {
    ...makeStoppingDeps('take-bounce', env),
    isMarked: (mark: string | undefined, address: string) => isMarked(mark, address, keys, systemClock()),
  };
}
