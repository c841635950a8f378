import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { bundleLambdas } from '../../infra/build-report/bundle-lambdas.ts';
import { byPackage, type Contents, packageOf } from '../../infra/build-report/contents.ts';
import { bundleSdkAlone, bundleWholeSdk, clientsIn, providersIn, sdkParts } from '../../infra/build-report/sdk.ts';
import { zoneLambdas } from '../../infra/build-report/zone-lambdas.ts';
import { lambdaFolders, root } from '../../infra/lambda/bundling.ts';

const folder = mkdtempSync(join(tmpdir(), 'zonematch-bundles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deployed = new Map(zoneLambdas(inject('assembly')).map((lambda) => [lambda.code, lambda]));
const bundles = bundleLambdas(lambdaFolders(), folder).flatMap((bundle) => {
  const own = deployed.get(readFileSync(bundle.file, 'utf8'));
  return own === undefined ? [] : [{ ...bundle, ...own }];
});
const ofApi = bundles.filter(({ answersApi }) => answersApi);

const sizes = new Map<string, number>();

/** The size of a bundle's clients alone, bundled once for all that hold the same. */
function sdkBytesOf(contents: Contents): number {
  const key = JSON.stringify([...sdkParts(contents)]);
  const bytes = sizes.get(key) ?? bundleSdkAlone(contents, join(folder, 'sdk-alone.mjs'));
  sizes.set(key, bytes);
  return bytes;
}

/** The service that IAM means, by the client's name. */
const services = new Map([
  ['dynamodb', 'dynamodb'],
  ['eventbridge', 'events'],
  ['secrets-manager', 'secretsmanager'],
  ['sqs', 'sqs'],
]);

describe('the bundle of a Lambda', () => {
  test('is looked at as it is uploaded, whichever Lambda it is', () => {
    expect(bundles.length).toBe(deployed.size);
    expect(ofApi.length).toBeGreaterThan(25);
  });

  test.each(ofApi.map((bundle) => [bundle.lambda, bundle] as const))(
    'of %s, which answers the API, holds the clients of the services that it may call, and no other',
    (_name, { contents, services: allowed }) => {
      const called = clientsIn(contents).map((client) => services.get(client) ?? client);
      const kept = new Set([...services.values()].filter((service) => allowed.has(service)));
      expect(new Set(called)).toEqual(kept);
    },
  );

  test('asks nobody for credentials but its environment', () => {
    expect(bundles.flatMap(({ lambda, contents }) => providersIn(contents).map((file) => [lambda, file]))).toEqual([]);
  });

  test('holds zod in the two languages of a zone, and no table of sources that it does not show', () => {
    const holding = (part: string) =>
      bundles
        .filter(({ contents }) => [...contents.keys()].some((file) => file.includes(part)))
        .map((one) => one.lambda);
    expect(holding('zod/v4/locales/zh-CN.js').length).toBeGreaterThan(0);
    expect(holding('zod/v4/locales/fr.js')).toEqual([]);
    expect(holding('compliance-tag-sources.json')).toEqual(['read-openapi', 'read-vocabulary']);
  });

  test('of the API has less than 680 KiB, and less than three times the clients that it holds', () => {
    for (const { lambda, bytes, contents } of ofApi) {
      expect(bytes, lambda).toBeLessThan(680 * 1024);
      if (clientsIn(contents).length === 0) continue;
      expect(bytes / sdkBytesOf(contents), lambda).toBeLessThan(3);
    }
  });

  test('is compared with its clients as they come, too, which hold every way to sign in', () => {
    const { contents } = bundles.find(({ lambda }) => lambda === 'read-listings') ?? expect.fail('no such Lambda');
    const whole = bundleWholeSdk(contents, join(folder, 'whole-sdk.mjs'));
    expect(whole - sdkBytesOf(contents)).toBeGreaterThan(100 * 1024);
  });

  test('that mails has less than 1120 KiB', () => {
    const mailing = bundles.filter(({ contents }) => clientsIn(contents).includes('sesv2'));
    expect(mailing.length).toBe(4);
    for (const { lambda, bytes } of mailing) expect(bytes, lambda).toBeLessThan(1120 * 1024);
  });
});

/** What imports a module for what it does, and takes nothing from it. */
const bareImport = /^\s*import\s+['"]/m;

test('nothing of ours is done by importing a module alone: a bundle leaves out what nothing is taken from', () => {
  const files = globSync('{domain,events,functions}/**/*.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => bareImport.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  expect(bareImport.test("import { a } from './a.ts';\nimport './b.ts';\n")).toBe(true);
  expect(bareImport.test("import { a } from './a.ts';\n")).toBe(false);
});

describe('what is in a bundle', () => {
  const contents = new Map([
    ['functions/_runtime/logger.ts', 3],
    ['functions/_runtime/env.ts', 4],
    ['node_modules/a/index.js', 5],
    ['node_modules/a/node_modules/@b/c/index.js', 20],
    ['node_modules/@aws-sdk/client-sqs/dist-es/SQSClient.js', 6],
    ['node_modules/@aws-sdk/client-sqs/dist-es/commands/SendMessageCommand.js', 1],
    ['node_modules/@aws-sdk/client-sqs/dist-es/models/errors.js', 1],
  ]);

  test('is added up by the innermost package, and our own code by its folder', () => {
    expect(byPackage(contents)).toEqual([
      ['@b/c', 20],
      ['@aws-sdk/client-sqs', 8],
      ['functions/_runtime', 7],
      ['a', 5],
    ]);
    expect(packageOf('domain/ids.ts')).toBe('domain/ids.ts');
  });

  test('of the SDK is its clients and their commands', () => {
    expect(clientsIn(contents)).toEqual(['sqs']);
    expect(sdkParts(contents)).toEqual(new Map([['@aws-sdk/client-sqs', ['SQSClient', 'SendMessageCommand']]]));
  });

  test.each([
    'node_modules/@aws-sdk/credential-provider-sso/dist-es/fromSSO.js',
    'node_modules/@aws-sdk/credential-provider-node/dist-es/defaultProvider.js',
    'node_modules/@aws-sdk/nested-clients/dist-es/submodules/sts/index.js',
    'node_modules/@smithy/credential-provider-imds/dist-es/fromInstanceMetadata.js',
  ])('is noticed where it would ask elsewhere for credentials: %s', (file) => {
    const environment = 'node_modules/@aws-sdk/credential-provider-env/dist-es/fromEnv.js';
    expect(
      providersIn(
        new Map([
          [environment, 1],
          [file, 1],
        ]),
      ),
    ).toEqual([file]);
  });
});
