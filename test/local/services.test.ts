import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import type { KeptSecrets } from '../../infra/local/data/zone-data.ts';
import { Secrets } from '../../infra/local/services/secrets.ts';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { Stack } from '../../infra/local/template/stack.ts';
import { MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';

const tell = 'export const handler = async () => ({ ...process.env });';
const Variables = z.object({
  LOGIN: z.string(),
  BUS: z.string(),
});

let zone: MiniZone;
let variables: z.infer<typeof Variables>;
let buses: EventBridgeClient;
let secrets: SecretsManagerClient;

beforeAll(async () => {
  const assembly = new MiniAssembly()
    .add('Bus', 'AWS::Events::EventBus', { Name: 'mini-bus' })
    .add('Login', 'AWS::SecretsManager::Secret', {
      GenerateSecretString: {
        SecretStringTemplate: '{"username":"mini"}',
        GenerateStringKey: 'password',
        PasswordLength: 20,
      },
    })
    .lambda('Tell', tell, { variables: { LOGIN: { Ref: 'Login' }, BUS: { Ref: 'Bus' } } })
    .route('GET /variables', 'Tell');
  zone = await MiniZone.start(assembly);
  variables = Variables.parse(await (await zone.call('/variables')).json());
  const settings = { region: zone.zone.region, credentials: { accessKeyId: 'LOCALTEST', secretAccessKey: 'local' } };
  const endpoint = zone.zone.endpoints.services;
  buses = new EventBridgeClient({ ...settings, endpoint });
  secrets = new SecretsManagerClient({ ...settings, endpoint });
});
afterAll(async () => {
  buses?.destroy();
  secrets?.destroy();
  await zone?.stop();
});

const entry = (own: PutEventsRequestEntry = {}): PutEventsRequestEntry => ({
  EventBusName: variables.BUS,
  Source: 'mini',
  DetailType: 'happened.v1',
  Detail: '{"id":"1"}',
  ...own,
});
const put = (Entries: PutEventsRequestEntry[]) => buses.send(new PutEventsCommand({ Entries }));

describe('a bus', () => {
  it('keeps what it is given, in order, and takes the good where another is bad', async () => {
    const answer = await put([
      entry(),
      entry({ EventBusName: 'elsewhere' }),
      entry({ Detail: '{"id":' }),
      entry({ Detail: 'null' }),
      entry({ Source: '' }),
      entry({ Detail: '{"id":"2"}' }),
    ]);
    expect(answer.FailedEntryCount).toBe(4);
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'ResourceNotFoundException',
      'MalformedDetail',
      'MalformedDetail',
      'InvalidArgument',
      undefined,
    ]);
    expect(await (await zone.control('/bus')).json()).toEqual({
      events: ['1', '2'].map((id) => ({
        ...entry({ Detail: `{"id":"${id}"}` }),
        EventId: expect.stringMatching(/.{20}/),
      })),
    });
  });

  it('takes ten events at a time and no more, and one MiB of bytes', async () => {
    await expect(put([])).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put(Array.from({ length: 11 }, () => entry()))).rejects.toMatchObject({ name: 'ValidationException' });
    // Fewer characters than the limit, and more bytes.
    const Detail = JSON.stringify({ text: '京'.repeat(400_000) });
    await expect(put([entry({ Detail })])).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a secret', () => {
  const get = async (SecretId: string) => (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString;

  it('is made from its template and stays the same', async () => {
    const secret = (await get(variables.LOGIN)) ?? '';
    expect(JSON.parse(secret)).toEqual({ username: 'mini', password: expect.stringMatching(/^.{20}$/) });
    expect(await get(variables.LOGIN)).toBe(secret);
  });

  it('that is unknown is an error that the SDK knows', async () => {
    await expect(get(`${variables.LOGIN}x`)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('the versions of a secret', () => {
  const get = (version: { VersionId?: string; VersionStage?: string } = {}) =>
    secrets.send(new GetSecretValueCommand({ SecretId: variables.LOGIN, ...version }));
  const put = (ClientRequestToken: string, SecretString: string) =>
    secrets.send(
      new PutSecretValueCommand({
        SecretId: variables.LOGIN,
        ClientRequestToken,
        SecretString,
        VersionStages: ['AWSPENDING'],
      }),
    );
  const use = (MoveToVersionId: string, RemoveFromVersionId?: string) =>
    secrets.send(
      new UpdateSecretVersionStageCommand({
        SecretId: variables.LOGIN,
        VersionStage: 'AWSCURRENT',
        MoveToVersionId,
        ...(RemoveFromVersionId && { RemoveFromVersionId }),
      }),
    );
  const version = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

  it('have a stage each, and the one before the current one is kept, and no older', async () => {
    const first = await get();
    await expect(get({ VersionStage: 'AWSPREVIOUS' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await put(version(1), 'second');
    expect((await get()).VersionId).toBe(first.VersionId);
    await use(version(1), first.VersionId);
    expect(await get()).toMatchObject({ SecretString: 'second', VersionId: version(1) });
    expect((await get({ VersionStage: 'AWSPREVIOUS' })).SecretString).toBe(first.SecretString);
    await put(version(2), 'third');
    await use(version(2), version(1));
    expect((await get({ VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('second');
    await expect(get({ VersionId: first.VersionId ?? '' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const { VersionIdsToStages } = await secrets.send(new DescribeSecretCommand({ SecretId: variables.LOGIN }));
    expect(VersionIdsToStages).toEqual({ [version(1)]: ['AWSPREVIOUS'], [version(2)]: ['AWSPENDING', 'AWSCURRENT'] });
  });

  it('are not written over, and a stage is taken from none that was not named', async () => {
    await put(version(2), 'third');
    await expect(put(version(2), 'other')).rejects.toMatchObject({ name: 'ResourceExistsException' });
    await put(version(3), 'fourth');
    await expect(use(version(3))).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(use(version(9), version(2))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect((await get()).SecretString).toBe('third');
  });
});

describe('secrets that are kept', () => {
  it('go on in the next run with every version that they had', () => {
    const stack = new Stack(readAssembly(inject('assembly')), new Map());
    let kept: KeptSecrets = {};
    const first = new Secrets(stack, {}, (changed) => {
      kept = changed;
    });
    const [name = '', [current] = []] = Object.entries(kept).find(([id]) => id.includes('SigningKeys')) ?? [];
    const arn = stack.arn('secretsmanager', `secret:${stack.physicalName(name)}`);
    const call = (secrets: Secrets, operation: string, input: object) =>
      secrets.operations.get(`secretsmanager.${operation}`)?.({ SecretId: arn, ...input });
    const next = '00000000-0000-4000-8000-000000000001';
    first.stageForRotation(arn, next);
    call(first, 'PutSecretValue', { ClientRequestToken: next, SecretString: 'new', VersionStages: ['AWSPENDING'] });
    const move = { VersionStage: 'AWSCURRENT', MoveToVersionId: next, RemoveFromVersionId: current?.id };
    call(first, 'UpdateSecretVersionStage', move);
    const second = new Secrets(stack, structuredClone(kept));
    expect(call(second, 'GetSecretValue', {})).toMatchObject({ SecretString: 'new', VersionId: next });
    expect(call(second, 'GetSecretValue', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({
      SecretString: current?.value,
      VersionId: current?.id,
    });
    expect(second.mailLogin).toEqual(first.mailLogin);
  });
});

describe('the server of both', () => {
  const post = (target: string, body: string) =>
    fetch(zone.zone.endpoints.services, { method: 'POST', headers: { 'x-amz-target': target }, body });

  it.each<[string, string, string]>([
    ['an operation that it does not have', 'AWSEvents.ListRules', '{}'],
    ['a name that every object has', 'constructor', '{}'],
  ])('refuses %s', async (_, target, body) => {
    const answer = await post(target, body);
    expect([answer.status, await answer.json()]).toMatchObject([400, { __type: 'UnknownOperationException' }]);
  });

  it('refuses a body that is no JSON', async () => {
    const answer = await post('AWSEvents.PutEvents', '{');
    expect([answer.status, await answer.json()]).toMatchObject([400, { __type: 'SerializationException' }]);
  });
});
