import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { KeptSecrets, SecretVersion } from '../data/zone-data.ts';
import type { Login } from '../mail/smtp-server.ts';
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
const ValueRequest = SecretRequest.extend({ VersionId: z.string().optional(), VersionStage: z.string().optional() });
const PutRequest = SecretRequest.extend({
  ClientRequestToken: z.string().min(32).max(64),
  SecretString: z.string().min(1).max(65_536),
  VersionStages: z.array(z.string()).min(1).default(['AWSCURRENT']),
});
const StageRequest = SecretRequest.extend({
  VersionStage: z.string(),
  MoveToVersionId: z.string().optional(),
  RemoveFromVersionId: z.string().optional(),
});
const MailLogin = z.object({ username: z.string(), password: z.string() });

/** The value that CloudFormation would generate: the template's fields and a random one. */
function generate(resource: Resource): string {
  const { GenerateSecretString } = resource.read(SecretProperties, (name) => name !== 'KmsKeyId');
  if (!GenerateSecretString) return randomBytes(24).toString('base64url');
  const { SecretStringTemplate, GenerateStringKey, PasswordLength } = GenerateSecretString;
  const random = randomBytes(PasswordLength).toString('hex').slice(0, PasswordLength);
  return JSON.stringify({ ...JSON.parse(SecretStringTemplate), [GenerateStringKey]: random });
}

const unknown = (message: string): ServiceError => new ServiceError('ResourceNotFoundException', message);
const refused = (message: string): ServiceError => new ServiceError('InvalidParameterException', message);

/** One secret and its versions. A stage is in one version at a time; versions in no stage are forgotten. */
class Secret {
  readonly arn: string;
  versions: readonly SecretVersion[];
  private readonly save: () => void;

  constructor(arn: string, versions: readonly SecretVersion[], save: () => void) {
    this.arn = arn;
    this.versions = versions;
    this.save = save;
  }

  inStage(stage: string): SecretVersion | undefined {
    return this.versions.find(({ stages }) => stages.includes(stage));
  }

  /** The version that is asked for, where it holds a value. */
  value({ VersionId, VersionStage }: z.infer<typeof ValueRequest>): SecretVersion & { readonly value: string } {
    const stage = VersionStage ?? (VersionId === undefined ? 'AWSCURRENT' : undefined);
    const { value, ...found } =
      this.versions.find(
        ({ id, stages }) => (VersionId ?? id) === id && (stage === undefined || stages.includes(stage)),
      ) ?? {};
    if (!('id' in found) || value === undefined) {
      throw unknown("Secrets Manager can't find the specified secret value for the version or staging label.");
    }
    return { ...found, value };
  }

  put({ ClientRequestToken: id, SecretString: value, VersionStages }: z.infer<typeof PutRequest>): SecretVersion {
    const known = this.versions.find((version) => version.id === id);
    if (known?.value !== undefined && known.value !== value) {
      throw new ServiceError('ResourceExistsException', 'The version exists already, with another value.');
    }
    const others = this.versions.filter((version) => version.id !== id);
    this.versions = [...others, { id, value, stages: known?.stages ?? [] }];
    for (const stage of VersionStages) this.move(stage, id);
    return this.versions.find((version) => version.id === id) ?? { id, value, stages: [] };
  }

  /** A version that a rotation is to fill. */
  stageForRotation(id: string): void {
    this.versions = [...this.versions, { id, stages: [] }];
    this.move('AWSPENDING', id);
  }

  moveStage({ VersionStage, MoveToVersionId, RemoveFromVersionId }: z.infer<typeof StageRequest>): void {
    const holder = this.inStage(VersionStage);
    if (holder && holder.id !== MoveToVersionId && holder.id !== RemoveFromVersionId) {
      throw refused(`The staging label ${VersionStage} is attached to another version.`);
    }
    if (MoveToVersionId !== undefined && !this.versions.some(({ id }) => id === MoveToVersionId)) {
      throw unknown("Secrets Manager can't find the specified secret version.");
    }
    this.move(VersionStage, MoveToVersionId);
  }

  /** As Secrets Manager does, what was AWSCURRENT becomes AWSPREVIOUS. */
  private move(stage: string, to: string | undefined): void {
    const before = stage === 'AWSCURRENT' ? this.inStage(stage)?.id : undefined;
    this.versions = this.versions.map((version) => {
      const rest = version.stages.filter((one) => one !== stage);
      return { ...version, stages: version.id === to ? [...rest, stage] : rest };
    });
    if (before !== undefined && before !== to) this.move('AWSPREVIOUS', before);
    this.versions = this.versions.filter(({ stages }) => stages.length > 0);
    this.save();
  }
}

/** The zone's secrets: those that were kept, and new ones for the rest. Every change is told to `onChange`. */
export class Secrets {
  private readonly secrets = new Map<string, Secret>();

  constructor(stack: Stack, before: KeptSecrets = {}, onChange: (kept: KeptSecrets) => void = () => undefined) {
    const names = new Map<string, Secret>();
    const save = (): void =>
      onChange(Object.fromEntries([...names].map(([name, { versions }]) => [name, versions] as const)));
    for (const resource of stack.ofType('AWS::SecretsManager::Secret')) {
      const arn = stack.arn('secretsmanager', `secret:${stack.physicalName(resource.id)}`);
      const made = () => [{ id: randomUUID(), value: generate(resource), stages: ['AWSCURRENT'] }];
      const secret = new Secret(arn, before[resource.id] ?? made(), save);
      names.set(resource.id, secret);
      this.secrets.set(arn, secret);
      stack.know(resource.id, arn, { Id: arn });
    }
    save();
  }

  /** The one login among the secrets: the mail server's. */
  get mailLogin(): Login | undefined {
    const logins = [...this.secrets.values()].flatMap((secret) => {
      const { data } = MailLogin.safeParse(parsed(secret.inStage('AWSCURRENT')?.value ?? ''));
      return data ? [data] : [];
    });
    return logins.length === 1 ? logins[0] : undefined;
  }

  /** Makes an empty version that a rotation is to fill, as Secrets Manager does before it calls the Lambda. */
  stageForRotation(arn: string, versionId: string): void {
    this.secret({ SecretId: arn }).stageForRotation(versionId);
  }

  private secret({ SecretId }: z.infer<typeof SecretRequest>): Secret {
    const secret = this.secrets.get(SecretId);
    if (secret) return secret;
    throw unknown("Secrets Manager can't find the specified secret.");
  }

  readonly operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
    [
      'secretsmanager.GetSecretValue',
      (input) => {
        const asked = ValueRequest.parse(input);
        const { id, value, stages } = this.secret(asked).value(asked);
        const { SecretId } = asked;
        return { ARN: SecretId, Name: SecretId, SecretString: value, VersionId: id, VersionStages: stages };
      },
    ],
    [
      'secretsmanager.PutSecretValue',
      (input) => {
        const asked = PutRequest.parse(input);
        const { id, stages } = this.secret(asked).put(asked);
        return { ARN: asked.SecretId, Name: asked.SecretId, VersionId: id, VersionStages: stages };
      },
    ],
    [
      'secretsmanager.DescribeSecret',
      (input) => {
        const { arn, versions } = this.secret(SecretRequest.parse(input));
        const stages = Object.fromEntries(versions.map(({ id, stages: own }) => [id, own] as const));
        return { ARN: arn, Name: arn, VersionIdsToStages: stages };
      },
    ],
    [
      'secretsmanager.UpdateSecretVersionStage',
      (input) => {
        const asked = StageRequest.parse(input);
        this.secret(asked).moveStage(asked);
        return { ARN: asked.SecretId, Name: asked.SecretId };
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
