import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeProofKeyReader } from '../_adapters/secrets/proof-key.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    logger: makeLogger('read-proof-keys'),
    proofKey: makeProofKeyReader(new SecretsManagerClient({}), env.PROOF_KEY_SECRET),
  };
}
