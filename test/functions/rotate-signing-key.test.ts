import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeSecretVersions } from '../../functions/_adapters/secrets/secret-versions.ts';
import { makeSigningKeys, type SigningKeys } from '../../functions/_adapters/secrets/signing-keys.ts';
import { newSigningKey } from '../../functions/_runtime/ids.ts';
import { makeLogger } from '../../functions/_runtime/logger.ts';
import { rotateSigningKey } from '../../functions/rotate-signing-key/rotate-signing-key.ts';
import { startJsonServices } from '../../infra/local/services/json-services.ts';
import { Secrets } from '../../infra/local/services/secrets.ts';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { Stack } from '../../infra/local/template/stack.ts';

const stack = new Stack(readAssembly(inject('assembly')), new Map());
const secrets = new Secrets(stack);
const name = stack.ofType('AWS::SecretsManager::Secret').find(({ id }) => id.startsWith('SigningKeys'))?.id ?? '';
const secretId = stack.arn('secretsmanager', `secret:${stack.physicalName(name)}`);

let services: Awaited<ReturnType<typeof startJsonServices>>;
let client: SecretsManagerClient;
let step: (Step: string, ClientRequestToken: string, SecretId?: string) => Promise<void>;
const versions = () => makeSecretVersions(client, secretId);
const current = () => makeSigningKeys(client, secretId, () => 0).current();

/** A version as Secrets Manager makes one before it asks for a step: staged, and empty. */
function staged(): string {
  const version = randomUUID();
  secrets.stageForRotation(secretId, version);
  return version;
}

beforeAll(async () => {
  services = await startJsonServices(secrets.operations);
  const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'local' };
  client = new SecretsManagerClient({ region: stack.region, endpoint: services.endpoint, credentials });
  const logger = makeLogger('rotate-signing-key');
  const rotate = rotateSigningKey({ logger, secretId, versions: versions(), newSigningKey });
  step = (Step, ClientRequestToken, SecretId = secretId) => rotate({ SecretId, ClientRequestToken, Step });
});
afterAll(async () => {
  client?.destroy();
  await services?.stop();
});

describe('a rotation of the signing key', () => {
  it('puts a new key into use, however often each step comes', async () => {
    const before = await current();
    const version = staged();
    for (const one of ['createSecret', 'setSecret', 'testSecret', 'finishSecret'])
      for (const _ of ['once', 'again']) await step(one, version);
    const after = await current();
    expect(after.id).toBe(version.slice(0, 8));
    expect(after.key).not.toBe(before.key);
    const keys: SigningKeys = makeSigningKeys(client, secretId, () => 0);
    expect(await keys.byId(before.id)).toEqual(before);
  });

  it('is tried, when its schedule is set up, on a version that is empty', async () => {
    const before = await current();
    await step('testSecret', staged());
    expect(await current()).toEqual(before);
  });

  it('puts into use neither an empty version nor what is no key', async () => {
    const before = await current();
    await expect(step('finishSecret', staged())).rejects.toMatchObject({ name: 'SecretUnreadable' });
    const version = staged();
    await versions().putPending(version, '{"key":"short"}');
    await expect(step('testSecret', version)).rejects.toMatchObject({ name: 'SecretUnreadable' });
    await expect(step('finishSecret', version)).rejects.toMatchObject({ name: 'SecretUnreadable' });
    expect(await current()).toEqual(before);
  });

  it('is refused of another secret, and of a version that is not staged for it', async () => {
    await expect(step('createSecret', staged(), `${secretId}x`)).rejects.toMatchObject({ name: 'RotationRefused' });
    await expect(step('createSecret', randomUUID())).rejects.toMatchObject({ name: 'RotationRefused' });
  });
});
