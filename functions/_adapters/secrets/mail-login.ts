import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { parseSecret } from './secret-value.ts';

const MailLogin = z.object({ username: z.string().min(1), password: z.string().min(1) });
export type MailLogin = z.infer<typeof MailLogin>;

/** The login of the zone's mail relay, from Secrets Manager: `{"username", "password"}`. */
export async function readMailLogin(client: SecretsManagerClient, secretId: string): Promise<MailLogin> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  return parseSecret(MailLogin, SecretString);
}
