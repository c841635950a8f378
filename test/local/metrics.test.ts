import { describe, expect, it } from 'vitest';
import { metricsOf } from '../../functions/_runtime/line-metrics.ts';
import { Metrics } from '../../infra/local/metrics/metrics.ts';

const told = (fields: Readonly<Record<string, unknown>> = {}) => ({
  Told: 1,
  zone: 'mini',
  _aws: {
    Timestamp: 0,
    CloudWatchMetrics: [{ Namespace: 'Mini', Dimensions: [['zone']], Metrics: [{ Name: 'Told', Unit: 'Count' }] }],
  },
  ...fields,
});

function metricsAfter(...lines: readonly unknown[]) {
  const metrics = new Metrics();
  for (const line of lines)
    metrics.count({ functionName: 'any', line: typeof line === 'string' ? line : JSON.stringify(line) });
  return metrics.all;
}

const sum = (samples: number, total: number, greatest = total) => [
  { namespace: 'Mini', name: 'Told', dimensions: { zone: 'mini' }, samples, sum: total, greatest },
];

describe('a metric', () => {
  it('is nothing before anything is written', () => {
    expect(metricsAfter()).toEqual([]);
  });

  it('adds up what lines embed', () => {
    expect(metricsAfter(told(), told({ Told: 4 }), told({ Told: 2.5 }))).toEqual(sum(3, 7.5, 4));
  });

  it('takes many values of one line', () => {
    expect(metricsAfter(told({ Told: [1, 2, 3] }))).toEqual(sum(3, 6, 3));
  });

  it.each<[string, unknown]>([
    ['that is no JSON', 'message = "_aws"'],
    ['that is JSON and no object', '["_aws"]'],
    ['that is empty', ''],
    ['that embeds nothing', { message: 'told', Told: 1 }],
    ['whose value is no number', told({ Told: '4' })],
    ['that has no such value', told({ Told: undefined })],
    ['without its dimension', told({ zone: undefined })],
    ['whose dimension is no text', told({ zone: 4 })],
    ['that embeds what has no form', told({ _aws: { CloudWatchMetrics: 'all' } })],
  ])('ignores a line %s', (_, line) => {
    expect(metricsAfter(line)).toEqual([]);
    expect(metricsAfter(line, told())).toEqual(sum(1, 1));
  });

  it('is counted for each set of dimensions by itself', () => {
    expect(metricsAfter(told(), told({ zone: 'other' }))).toHaveLength(2);
  });
});

describe('a line of the log', () => {
  const embedded = (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
    metricsAfter(metricsOf(message, fields, 'mini', 0)).map(({ name, sum: total }) => [name, total]);

  it('that is a metric counts as one, or as its field says', () => {
    expect(embedded('mail paced')).toEqual([['MailsPaced', 1]]);
    expect(embedded('record differed', { differences: 3 })).toEqual([['RecordDifferences', 3]]);
    expect(embedded('listing matched', { pairsJudged: 8, opened: 2, overtaken: 0 })).toEqual([
      ['PairsJudged', 8],
      ['MatchesOpened', 2],
      ['JudgementsOvertaken', 0],
    ]);
  });

  it('is told apart by what its fields say', () => {
    const lines = [
      metricsOf('listed by level', { side: 'offers', securityLevel: '2', listed: 4 }, 'mini', 0),
      metricsOf('listed by section', { side: 'demands', section: 'J', listed: 3 }, 'mini', 0),
    ].map((metric, index) => ({
      ...(index === 0 ? { side: 'offers', securityLevel: '2' } : { side: 'demands', section: 'J' }),
      ...metric,
    }));
    expect(metricsAfter(...lines).map(({ dimensions, sum: total }) => [dimensions, total])).toEqual([
      [{ zone: 'mini', side: 'offers', securityLevel: '2' }, 4],
      [{ zone: 'mini', side: 'demands', section: 'J' }, 3],
    ]);
  });

  it.each([
    ['whose figure is missing', 'record differed', {}],
    ['whose figure is none', 'record differed', { differences: 'three' }],
    ['whose figure is endless', 'record differed', { differences: Number.POSITIVE_INFINITY }],
    ['that is no metric', 'request answered', { status: 200 }],
    ['that is named as what every object has', 'constructor', {}],
  ])('%s counts to nothing', (_, message, fields) => {
    expect(metricsOf(message, fields, 'mini', 0)).toEqual({});
  });
});
