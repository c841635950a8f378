import { describe, expect, it } from 'vitest';
import { LocalFailure } from '../../infra/local/local-failure.ts';
import { Stack } from '../../infra/local/template/stack.ts';
import { Template } from '../../infra/local/template/template.ts';

const template = Template.parse({
  Parameters: { Host: { Type: 'String', Default: 'a.example' }, Secret: { Type: 'String' } },
  Conditions: {
    IsChina: { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws-cn'] },
    IsElsewhere: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'cn-north-1'] }] },
  },
  Resources: {},
});

/** What a value of a template stands for, in a stack with one known resource, `Queue`. */
function resolved(value: unknown): unknown {
  const Resources = { Thing: { Type: 'Some::Thing', Properties: { value } } };
  const assembly = {
    stackName: 'mini',
    region: 'cn-north-1',
    template: { ...template, Resources },
    assetFolder: () => '',
  };
  const stack = new Stack(assembly, new Map([['Port', '25']]));
  stack.know('Queue', 'http://queue', { Arn: 'arn:queue', 'Outputs.Deep': 'deep' });
  return stack.ofType('Some::Thing')[0]?.properties()['value'];
}

describe('the functions of a template', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref of a resource', { Ref: 'Queue' }, 'http://queue'],
    ['Ref of a parameter', { Ref: 'Host' }, 'a.example'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com.cn'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Queue.Outputs.Deep' }, 'deep'],
    ['Sub', { 'Fn::Sub': `\${Queue}/\${Queue.Arn}/\${AWS::Region}` }, 'http://queue/arn:queue/cn-north-1'],
    [
      'Sub with values of its own',
      { 'Fn::Sub': [`\${x}-\${Host}`, { x: { Ref: 'Queue' } }] },
      'http://queue-a.example',
    ],
    ['Sub leaves a literal', { 'Fn::Sub': `\${!Queue}` }, `\${Queue}`],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Host' }, 3]] }, 'a-a.example-3'],
    ['Select', { 'Fn::Select': ['1', ['a', 'b', 'c']] }, 'b'],
    ['Split', { 'Fn::Split': ['.', { Ref: 'Host' }] }, ['a', 'example']],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['.', 'x.y'] }] }, 'y'],
    ['If that holds', { 'Fn::If': ['IsChina', 'yes', 'no'] }, 'yes'],
    ['If that does not hold', { 'Fn::If': ['IsElsewhere', 'yes', { Ref: 'Host' }] }, 'a.example'],
    ['And, Or', { 'Fn::And': [{ 'Fn::Or': [false, true] }, true] }, true],
    ['NoValue takes a property away', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue takes an item away', ['a', { 'Fn::If': ['IsElsewhere', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
    ['an object with one name that is no function', { Name: ['x'] }, { Name: ['x'] }],
    ['null', null, null],
  ])('%s', (_, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ['a function it does not know', { 'Fn::Cidr': ['10.0.0.0/8', 1] }, 'uses Fn::Cidr, which the local zone'],
    ['Ref of nothing', { Ref: 'Nobody' }, 'refers to Nobody'],
    ['an attribute it does not know', { 'Fn::GetAtt': ['Queue', 'Colour'] }, 'asks for Colour of Queue'],
    ['a parameter without a default', { Ref: 'Secret' }, 'parameter Secret, which has no default and no local value'],
    ['a condition it does not know', { 'Fn::If': ['IsNowhere', 1, 2] }, 'condition IsNowhere'],
    ['a list that is none', { 'Fn::Join': ['', 'text'] }, 'A list was expected'],
    ['Select of what is not there', { 'Fn::Select': [5, ['a']] }, 'Fn::Select'],
  ])('says in a sentence what is wrong: %s', (_, value, sentence) => {
    expect(() => resolved(value)).toThrow(LocalFailure);
    expect(() => resolved(value)).toThrow(sentence);
  });
});
