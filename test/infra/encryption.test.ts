import { App } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { joined } from '../../infra/local/template/joined.ts';
import { Template } from '../../infra/local/template/template.ts';
import { makeZoneStacks } from '../../infra/stacks/zone-stacks.ts';
import { unlikeZones } from '../unlike-zones.ts';
import { cdkContext } from './cdk-context.ts';

const Resources = z.record(
  z.string(),
  z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
);
const Statement = z.looseObject({
  Effect: z.string(),
  Principal: z.unknown(),
  Action: z.unknown(),
  Condition: z.unknown().optional(),
});
const Policy = z.looseObject({ Statement: z.array(Statement) });

/** A zone's stacks as one template, without the Lambdas' code. */
function templateOf(zone: (typeof unlikeZones)[number]) {
  const app = new App({ analyticsReporting: false, context: cdkContext });
  return joined(makeZoneStacks(app, zone).map((stack) => Template.parse(Synthesized.fromStack(stack).toJSON())));
}

/** Everything in a template that is a text, with the way to it. */
function textsIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => textsIn(item, `${path}/${name}`));
}

describe.each(unlikeZones.map((zone) => [zone.id, templateOf(zone), zone] as const))(
  'the template of %s',
  (_id, json, zone) => {
    const resources = Object.entries(Resources.parse(json['Resources']));
    const ofType = (type: string) =>
      resources.flatMap(([id, { Type, Properties }]) => (Type === type ? [[id, Properties] as const] : []));
    const keys = ofType('AWS::KMS::Key');
    const keyArn = { 'Fn::GetAtt': [keys[0]?.[0], 'Arn'] };

    it('has one key, which changes every year', () => {
      expect(keys.map(([, key]) => key['EnableKeyRotation'])).toEqual([true]);
    });

    it.each([
      ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn } }],
      ['AWS::SQS::Queue', { KmsMasterKeyId: keyArn }],
      ['AWS::Logs::LogGroup', { KmsKeyId: keyArn }],
      ['AWS::SecretsManager::Secret', { KmsKeyId: keyArn }],
      ['AWS::SNS::Topic', { KmsMasterKeyId: keyArn }],
    ])('encrypts every %s with it', (type, encryption) => {
      expect(ofType(type).length).toBeGreaterThan(0);
      for (const [id, properties] of ofType(type)) expect(properties, id).toMatchObject(encryption);
    });

    it('lets every Lambda write to such a log group, and to no other', () => {
      const groups = ofType('AWS::Logs::LogGroup').map(([id]) => id);
      const used = ofType('AWS::Lambda::Function').map(
        ([, { LoggingConfig }]) =>
          z.object({ LogGroup: z.object({ Ref: z.string() }) }).parse(LoggingConfig).LogGroup.Ref,
      );
      expect(used.toSorted()).toEqual(groups.toSorted());
    });

    it('lets nobody but its own logs, alarms and events use the key, beside whom roles allow', () => {
      const { Statement: statements } = Policy.parse(keys[0]?.[1]['KeyPolicy']);
      const principals = statements.map(({ Principal }) => JSON.stringify(Principal));
      expect(principals).toEqual([
        expect.stringMatching(/:iam::.*:root/),
        expect.stringMatching(new RegExp(`logs[.]${zone.region}[.].*AWS::URLSuffix`)),
        '{"Service":"cloudwatch.amazonaws.com"}',
        // What SES tells comes into a queue through EventBridge.
        ...(zone.mail.transport === 'ses' ? ['{"Service":"events.amazonaws.com"}'] : []),
      ]);
      expect(JSON.stringify(statements[1]?.Condition)).toMatch(/EncryptionContext:aws:logs:arn.*:log-group:zonematch-/);
    });

    /** What refuses everything without TLS, from everybody. */
    const tlsOnly = expect.objectContaining({
      Effect: 'Deny',
      Action: expect.stringMatching(/^(dynamodb:[*]|sqs:[*]|secretsmanager:[*]|sns:Publish)$/),
      Principal: expect.toSatisfy((principal) => ['"*"', '{"AWS":"*"}'].includes(JSON.stringify(principal))),
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });

    it('takes every table over TLS alone', () => {
      for (const [id, { ResourcePolicy }] of ofType('AWS::DynamoDB::Table')) {
        const { PolicyDocument } = z.object({ PolicyDocument: Policy }).parse(ResourcePolicy);
        expect(PolicyDocument.Statement, id).toContainEqual(tlsOnly);
      }
    });

    it.each([
      ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'Queues', 'PolicyDocument'],
      ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'Topics', 'PolicyDocument'],
      ['AWS::SecretsManager::Secret', 'AWS::SecretsManager::ResourcePolicy', 'SecretId', 'ResourcePolicy'],
    ])('takes every %s over TLS alone', (type, policyType, subjects, document) => {
      for (const [id] of ofType(type)) {
        const own = ofType(policyType).filter(([, policy]) =>
          [policy[subjects]].flat().some((subject) => JSON.stringify(subject) === JSON.stringify({ Ref: id })),
        );
        const statements = own.flatMap(([, policy]) => Policy.parse(policy[document]).Statement);
        expect(statements, id).toContainEqual(tlsOnly);
      }
    });

    it('lets its alarms reach their topic', () => {
      const [, policy] = ofType('AWS::SNS::TopicPolicy')[0] ?? expect.fail('there is no policy');
      expect(Policy.parse(policy['PolicyDocument']).Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
        }),
      );
    });

    it('has no secret in it: each is made by AWS, and only its name is told', () => {
      for (const [id, secret] of ofType('AWS::SecretsManager::Secret')) {
        expect(Object.keys(secret), id).toContain('GenerateSecretString');
        expect(Object.keys(secret), id).not.toContain('SecretString');
      }
      const texts = textsIn(json);
      expect(texts.filter(([, text]) => /resolve:(secretsmanager|ssm)|-----BEGIN|AKIA[0-9A-Z]{16}/.test(text))).toEqual(
        [],
      );
      // A long text of letters and digits is what a key looks like: names of resources and digests of code apart.
      const keyLike = texts.filter(
        ([path, text]) =>
          /[A-Za-z0-9+/_-]{40,}/.test(text) &&
          /\d/.test(text) &&
          !path.endsWith('/Code/S3Key') &&
          !resources.some(([id]) => text.includes(id)),
      );
      expect(keyLike).toEqual([]);
    });

    it('gives Lambdas the names of secrets alone: no variable that sounds like one has a value of its own', () => {
      for (const [id, { Environment }] of ofType('AWS::Lambda::Function')) {
        const { Variables } = z
          .object({ Variables: z.record(z.string(), z.unknown()).default({}) })
          .parse(Environment ?? {});
        for (const [name, value] of Object.entries(Variables)) {
          if (!/secret|password|passwd|token|credential|private|login|_key\b/i.test(name)) continue;
          const secrets = ofType('AWS::SecretsManager::Secret').map(([secret]) => ({ Ref: secret }));
          expect(secrets, `${id} ${name}`).toContainEqual(value);
        }
        expect(JSON.stringify(Variables), id).not.toMatch(/"[^"]*(password|passwd)[^"]*"/i);
      }
    });
  },
);
