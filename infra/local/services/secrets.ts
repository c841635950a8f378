import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Login } from '../mail/mailbox.ts';
import type { Resource, Stack } from '../template/stack.ts';
import { type Operation, ServiceError } from './json-services.ts';

const SecretProperties = z.object({
  Name: z.string().optional(),
  GenerateSecretString: z
    .object({
      SecretStringTemplate: z.string().default('{}'),
      GenerateStringKey: z.string().default('secret'),
      PasswordLength: z.coerce.number().default(32),
    })
    .optional(),
});
const SecretRequest = z.object({ SecretId: z.string() });
const MailLogin = z.object({ username: z.string(), password: z.string() });

/** The value that CloudFormation would generate: the template's fields and a random one. */
function generate(resource: Resource): string {
  const { GenerateSecretString } = resource.read(SecretProperties);
  if (!GenerateSecretString) return randomBytes(24).toString('base64url');
  const { SecretStringTemplate, GenerateStringKey, PasswordLength } = GenerateSecretString;
  const random = randomBytes(PasswordLength).toString('hex').slice(0, PasswordLength);
  return JSON.stringify({ ...JSON.parse(SecretStringTemplate), [GenerateStringKey]: random });
}

/** The zone's secrets: those that were kept, and new ones for the rest. */
export class Secrets {
  private readonly values = new Map<string, string>();

  /** By the name of the resource. */
  readonly kept: Readonly<Record<string, string>>;

  constructor(stack: Stack, before: Readonly<Record<string, string>> = {}) {
    const kept: Record<string, string> = {};
    for (const resource of stack.ofType('AWS::SecretsManager::Secret')) {
      const arn = stack.arn('secretsmanager', `secret:${stack.physicalName(resource.id)}`);
      const value = before[resource.id] ?? generate(resource);
      kept[resource.id] = value;
      this.values.set(arn, value);
      stack.know(resource.id, arn, { Id: arn });
    }
    this.kept = kept;
  }

  /** The one login among the secrets: the mail server's. */
  get mailLogin(): Login | undefined {
    const logins = [...this.values.values()].flatMap((value) => {
      const { data } = MailLogin.safeParse(parsed(value));
      return data ? [data] : [];
    });
    return logins.length === 1 ? logins[0] : undefined;
  }

  readonly operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
    [
      'secretsmanager.GetSecretValue',
      (input) => {
        const { SecretId } = SecretRequest.parse(input);
        const SecretString = this.values.get(SecretId);
        if (SecretString === undefined) {
          throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
        }
        return { ARN: SecretId, Name: SecretId, SecretString, VersionId: randomUUID(), VersionStages: ['AWSCURRENT'] };
      },
    ],
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
