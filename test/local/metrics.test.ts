import { describe, expect, it } from 'vitest';
import { LocalFailure } from '../../infra/local/local-failure.ts';
import { Metrics } from '../../infra/local/metrics/metrics.ts';
import { Stack } from '../../infra/local/template/stack.ts';
import { Template } from '../../infra/local/template/template.ts';

type Filter = { readonly pattern?: string; readonly value?: string; readonly name?: string };

const filter = ({ pattern = '{ $.message = "told" }', value = '1', name = 'Told' }: Filter) => ({
  Type: 'AWS::Logs::MetricFilter',
  Properties: {
    LogGroupName: { Ref: 'Logs' },
    FilterPattern: pattern,
    MetricTransformations: [{ MetricNamespace: 'Mini', MetricName: name, MetricValue: value }],
  },
});

const lambda = (properties: Readonly<Record<string, unknown>>) => ({
  Type: 'AWS::Lambda::Function',
  // Of a Lambda the log group alone is read: the rest may name what is not known yet.
  Properties: { ...properties, Environment: { Variables: { LATER: { Ref: 'Unknown' } } } },
});

/** Metrics by filters on what the Lambda `Tells` writes; `Other` writes to a group of its own, `Silent` to none. */
function metricsOf(filters: Readonly<Record<string, unknown>>): Metrics {
  const Resources = {
    Tells: lambda({ LoggingConfig: { LogGroup: { Ref: 'Logs' } } }),
    Other: lambda({ LoggingConfig: { LogGroup: 'elsewhere' } }),
    Silent: lambda({}),
    ...filters,
  };
  const assembly = {
    stackName: 'mini',
    region: 'cn-north-1',
    template: Template.parse({ Resources }),
    assetFolder: () => '',
  };
  const stack = new Stack(assembly, new Map());
  stack.know('Logs', 'mini-logs');
  return new Metrics(stack);
}

const write = (metrics: Metrics, line: unknown, functionName = 'mini-Tells'): void =>
  metrics.count({ functionName, line: typeof line === 'string' ? line : JSON.stringify(line) });

const told = (samples: number, sum: number) => [{ namespace: 'Mini', name: 'Told', samples, sum }];

describe('a metric', () => {
  it('is nothing before anything is written', () => {
    expect(metricsOf({ Filter: filter({}) }).all).toEqual(told(0, 0));
  });

  it('counts the lines that its pattern is about', () => {
    const metrics = metricsOf({ Filter: filter({}) });
    for (const message of ['told', 'untold', 'told', 'TOLD']) write(metrics, { message });
    write(metrics, { other: 'told' });
    expect(metrics.all).toEqual(told(2, 2));
  });

  it('adds up the same number for each line', () => {
    const metrics = metricsOf({ Filter: filter({ value: '2.5' }) });
    for (const message of ['told', 'told']) write(metrics, { message });
    expect(metrics.all).toEqual(told(2, 5));
  });

  it('adds up the field that its value names, and ignores a line where that is no number', () => {
    const metrics = metricsOf({ Filter: filter({ value: '$.count' }) });
    for (const count of [3, '4', 0, 'many', {}, [], null, '', true]) write(metrics, { message: 'told', count });
    write(metrics, { message: 'told' });
    expect(metrics.all).toEqual(told(3, 7));
  });

  it.each<[string, unknown, string]>([
    ['of another log group', { message: 'told' }, 'mini-Other'],
    ['of a Lambda without a log group', { message: 'told' }, 'mini-Silent'],
    ['of a Lambda that is unknown', { message: 'told' }, 'mini-Nobody'],
    ['that is no JSON', 'message = "told"', 'mini-Tells'],
    ['that is JSON and no object', '["told"]', 'mini-Tells'],
    ['that is empty', '', 'mini-Tells'],
  ])('ignores a line %s', (_, line, functionName) => {
    const metrics = metricsOf({ Filter: filter({}) });
    write(metrics, line, functionName);
    expect(metrics.all).toEqual(told(0, 0));
    write(metrics, { message: 'told' });
    expect(metrics.all).toEqual(told(1, 1));
  });

  it('is counted beside others, each by its own filter', () => {
    const metrics = metricsOf({
      Filter: filter({}),
      Another: filter({ pattern: '{$.kind="x"}', name: 'Kinds', value: '10' }),
    });
    write(metrics, { message: 'told', kind: 'x' });
    write(metrics, { message: 'told', kind: 'y' });
    expect(metrics.all).toEqual([...told(2, 2), { namespace: 'Mini', name: 'Kinds', samples: 1, sum: 10 }]);
  });
});

describe('a filter that cannot be read is told of in a sentence with its name', () => {
  it.each<[string, Filter, string]>([
    ['a text', { pattern: 'ERROR' }, 'pattern of Filter: ERROR'],
    ['a comparison of numbers', { pattern: '{ $.count > 3 }' }, 'pattern of Filter'],
    ['two conditions', { pattern: '{ $.a = "b" && $.c = "d" }' }, 'pattern of Filter'],
    ['a field in a field', { pattern: '{ $.a.b = "c" }' }, 'pattern of Filter'],
    ['an empty pattern', { pattern: '' }, 'pattern of Filter'],
    ['a value that is a word', { value: 'many' }, 'value of Filter: many'],
    ['a value in a field of a field', { value: '$.a.b' }, 'value of Filter: $.a.b'],
    ['an empty value', { value: '' }, 'value of Filter: '],
  ])('%s', (_, own, sentence) => {
    expect(() => metricsOf({ Filter: filter(own) })).toThrow(LocalFailure);
    expect(() => metricsOf({ Filter: filter(own) })).toThrow(sentence);
  });

  it('a filter without a pattern', () => {
    const { FilterPattern: _, ...properties } = filter({}).Properties;
    const broken = { Type: 'AWS::Logs::MetricFilter', Properties: properties };
    expect(() => metricsOf({ Filter: broken })).toThrow(LocalFailure);
    expect(() => metricsOf({ Filter: broken })).toThrow('Filter (AWS::Logs::MetricFilter)');
  });
});
