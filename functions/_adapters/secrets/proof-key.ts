import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { parseSecret } from './secret-value.ts';

const Held = z.object({ key: z.string().min(32) });

/** What a zone's statements are signed by, as random as Secrets Manager made it; read once, as it never changes. */
export function makeProofKeyReader(client: SecretsManagerClient, secretId: string): () => Promise<string> {
  let known: Promise<string> | undefined;
  const read = async (): Promise<string> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return parseSecret(Held, SecretString).key;
  };
  return () => {
    known ??= read().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
