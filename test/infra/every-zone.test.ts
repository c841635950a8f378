import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { makeZoneStacks } from '../../infra/stacks/zone-stacks.ts';
import type { RegionId } from '../../infra/zones/regions.ts';
import type { Zone } from '../../infra/zones/zone.ts';
import { zones } from '../../infra/zones/zones.ts';
import { cdkContext } from './cdk-context.ts';
import { type Kept, type KeptResources, keptIn, keptResources, losses } from './kept/kept-resources.ts';
import { regionComplaints, ZoneTemplate } from './regions/region-complaints.ts';

const app = new App({ analyticsReporting: false, context: cdkContext });
const made = new Map(zones.map((zone) => [zone.id, makeZoneStacks(app, zone).map(({ stackName }) => stackName)]));
const templates = new Map(
  app.synth().stacks.map(({ stackName, template }) => [stackName, ZoneTemplate.parse(template)]),
);

describe('every zone', () => {
  it.each(zones.map((zone) => [zone.id, zone] as const))(
    'is synthesized, of what its region has: %s',
    (id, { region }) => {
      const stacks = made.get(id) ?? [];
      expect(stacks.at(-1)).toBe(`zonematch-${id}`);
      for (const stack of stacks) {
        const template = templates.get(stack) ?? expect.fail(`${stack} was not synthesized`);
        expect(Object.keys(template.Resources).length, stack).toBeGreaterThan(0);
        expect(regionComplaints(template, region), stack).toEqual([]);
      }
    },
  );
});

/** What a zone keeps, by its templates. */
function keptOf({ id, region }: Zone): KeptResources {
  const stacks = ['data', 'intake', 'matching', ''] as const;
  return Object.assign(
    {},
    ...stacks.map((stack) => {
      const name = ['zonematch', id, stack].filter(Boolean).join('-');
      return keptIn(templates.get(name) ?? expect.fail(`${name} was not synthesized`), stack, region, id);
    }),
  );
}

/** What the list says that a zone keeps. */
const expectedOf = ({ mail }: Zone): KeptResources =>
  Object.fromEntries(
    Object.entries(keptResources).filter(([, { transport = mail.transport }]) => transport === mail.transport),
  );

describe('what a zone keeps', () => {
  it.each(zones.map((zone) => [zone.id, zone] as const))(
    'keeps its name and place in every deploy: %s',
    (_id, zone) => {
      expect(losses(expectedOf(zone), keptOf(zone))).toEqual([]);
    },
  );

  it('is retained where it is on record, encrypts or is secret, in a stack that is guarded against deletion', () => {
    const retained = Object.values(keptResources).filter(
      ({ stack, type }) => stack === 'data' && type !== 'AWS::SNS::Topic',
    );
    expect(retained.length).toBeGreaterThan(14);
    for (const { type, fixed } of retained)
      expect(fixed, type).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  const [zone = expect.fail('there is no zone')] = zones;
  const kept = keptOf(zone);
  const [[table, listings] = expect.fail('there is no table')] = Object.entries(kept).filter(([id]) =>
    id.startsWith('StorageListings'),
  );
  const changed = (fixed: Kept['fixed']): KeptResources => ({ ...kept, [table]: { ...listings, fixed } });
  const { 'index byOwner': byOwner = '', ...others } = listings.fixed;

  it.each<[string, KeptResources]>([
    ['is gone, or has another name', Object.fromEntries(Object.entries(kept).filter(([id]) => id !== table))],
    ['KeySchema: owner', changed({ ...listings.fixed, KeySchema: 'owner' })],
    ['index ofOwner: owner', changed({ ...others, 'index ofOwner': byOwner })],
    ['DeletionPolicy: Delete', changed({ ...listings.fixed, DeletionPolicy: 'Delete' })],
    ['of the stack “matching”', { ...kept, [table]: { ...listings, stack: 'matching' } }],
    ['StorageNews is new', { ...kept, StorageNews: listings }],
  ])('is missed when it changes: %s', (sentence, after) => {
    expect(losses(kept, after)).toEqual([expect.stringContaining(sentence)]);
  });
});

/** The complaints of a resource that somebody adds to a zone. */
const complaintsOf = (region: RegionId, type: string, properties: Record<string, unknown>): readonly string[] =>
  regionComplaints(ZoneTemplate.parse({ Resources: { Added: { Type: type, Properties: properties } } }), region);

const tracing = { TracingConfig: { Mode: 'Active' } };

describe('a resource that a region does not have', () => {
  it.each<[string, RegionId, string, Record<string, unknown>]>([
    ['cn-north-1 (China (Beijing)) has no AWS::SES::ConfigurationSet', 'cn-north-1', 'AWS::SES::ConfigurationSet', {}],
    ['has no AWS::SES::EmailIdentity', 'ap-east-1', 'AWS::SES::EmailIdentity', {}],
    ['has no AWS::Cognito::UserPool', 'cn-northwest-1', 'AWS::Cognito::UserPool', {}],
    ['has no AWS::Lambda::CodeSigningConfig', 'cn-north-1', 'AWS::Lambda::CodeSigningConfig', {}],
    ['has no AWS::Events::Endpoint', 'ap-east-1', 'AWS::Events::Endpoint', {}],
    ['Lambda has no function URLs there', 'cn-north-1', 'AWS::Lambda::Url', { AuthType: 'NONE' }],
    ['TracingConfig.Mode: X-Ray does not trace Lambdas there', 'cn-northwest-1', 'AWS::Lambda::Function', tracing],
    [
      'CodeSigningConfigArn: Lambda signs no code there',
      'cn-north-1',
      'AWS::Lambda::Function',
      { CodeSigningConfigArn: 'x' },
    ],
    [
      'ProvisionedPollerConfig',
      'cn-north-1',
      'AWS::Lambda::EventSourceMapping',
      { ProvisionedPollerConfig: { MinimumPollers: 1 } },
    ],
    [
      'DomainNameConfigurations.EndpointType: endpoints are regional there',
      'cn-north-1',
      'AWS::ApiGatewayV2::DomainName',
      { DomainNameConfigurations: [{ EndpointType: 'EDGE' }] },
    ],
    ['a AWS::SQS::Queue in cn-north-1 has no Colour', 'cn-north-1', 'AWS::SQS::Queue', { Colour: 'red' }],
    [
      'has no GlobalSecondaryIndexes.Name',
      'ap-east-1',
      'AWS::DynamoDB::Table',
      { GlobalSecondaryIndexes: [{ IndexName: 'byName', Name: 'byName' }] },
    ],
    [
      '“arn:aws:sqs:cn-north-1:1:q” names a partition',
      'cn-north-1',
      'AWS::SQS::QueuePolicy',
      { Queues: ['arn:aws:sqs:cn-north-1:1:q'] },
    ],
    [
      'amazonaws.com” names a partition or its domain',
      'cn-north-1',
      'AWS::Lambda::Function',
      { Environment: { Variables: { QUEUE: 'https://sqs.cn-north-1.amazonaws.com' } } },
    ],
  ])('is found: %s', (sentence, region, type, properties) => {
    const complaints = complaintsOf(region, type, properties);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(sentence);
  });

  it('is none where the region has it', () => {
    expect(complaintsOf('ap-east-1', 'AWS::Lambda::Url', { AuthType: 'NONE' })).toEqual([]);
    expect(complaintsOf('ap-east-1', 'AWS::Lambda::Function', tracing)).toEqual([]);
    expect(complaintsOf('cn-north-1', 'AWS::Lambda::Function', { TracingConfig: { Mode: 'PassThrough' } })).toEqual([]);
    expect(complaintsOf('cn-north-1', 'AWS::Lambda::Permission', { Principal: 'events.amazonaws.com' })).toEqual([]);
  });
});
