import { describe, expect, it } from 'vitest';
import { lossesOf } from '../../infra/diff/losses.ts';
import { template } from '../infra/template.ts';

type Properties = Record<string, unknown>;

const table = (properties: Properties = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  DeletionPolicy: 'Retain',
  Properties: {
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    ...properties,
  },
});
const stack = (Resources: Record<string, unknown>) => new Map([['zone-data', { Resources }]]);
const queue = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 30 } };

describe('what a change of the stacks would lose', () => {
  it('is nothing where what holds data stays, whatever else changes', () => {
    const lambda = { Type: 'AWS::Lambda::Function', Properties: { MemorySize: 512 } };
    const before = stack({ Listings: table(), Match: lambda, Requests: queue });
    const after = stack({
      Listings: table({ DeletionProtectionEnabled: true }),
      Requests: { ...queue, Properties: { VisibilityTimeout: 60 } },
    });
    expect(lossesOf(before, after)).toEqual({ certain: [], possible: [] });
    expect(lossesOf(new Map([['zone', template.toJSON()]]), new Map([['zone', template.toJSON()]]))).toEqual({
      certain: [],
      possible: [],
    });
  });

  it.each([
    [
      'a table under another key',
      { Listings: table({ KeySchema: [{ AttributeName: 'other', KeyType: 'HASH' }] }) },
      'begins empty',
    ],
    ['a table that is renamed, and retained', { Offers: table() }, 'would be left behind'],
    ['a table with a name of its own', { Listings: table({ TableName: 'listings' }) }, 'begins empty'],
  ])('is what is in %s', (_, after, sentence) => {
    const { certain } = lossesOf(stack({ Listings: table() }), stack(after));
    expect(certain).toEqual([
      expect.stringMatching(new RegExp(`^AWS::DynamoDB::Table Listings of zone-data .*${sentence}`)),
    ]);
  });

  it('is what is in a queue that goes, and in everything of a stack that goes', () => {
    expect(lossesOf(stack({ Requests: queue }), stack({})).certain).toEqual([
      expect.stringContaining('would be removed'),
    ]);
    expect(lossesOf(stack({ Listings: table(), Requests: queue }), new Map()).certain).toHaveLength(2);
  });
});
