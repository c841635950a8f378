import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { ZoneMetricName } from '../../functions/_runtime/line-metrics.ts';
import { zoneMetric } from './zone-metric.ts';

/** Fewer mails of a day than this say nothing of how many bounce: one of five would be a fifth. */
const fewMails = 20;

const day = Duration.days(1);
const quarter = Duration.minutes(15);

/** Share of a day's mails, in percent, that something befell: where there were few, none. */
export function shareOfMails(zone: string, label: string, ...befallen: readonly ZoneMetricName[]): MathExpression {
  const idOf = (metric: string): string => `${metric.charAt(0).toLowerCase()}${metric.slice(1)}`;
  const sum = befallen.map((metric) => `FILL(${idOf(metric)}, 0)`).join(' + ');
  const daily = { statistic: 'Sum', period: day };
  return new MathExpression({
    expression: `IF(mails >= ${fewMails}, 100 * (${sum}) / mails, 0)`,
    usingMetrics: {
      mails: zoneMetric(zone, 'MailsSent', daily),
      ...Object.fromEntries(befallen.map((metric) => [idOf(metric), zoneMetric(zone, metric, daily)])),
    },
    period: day,
    label,
  });
}

/** Share of the API's answers, in percent, that say that the fault is ours. */
export const apiErrors = (api: HttpApi): MathExpression =>
  new MathExpression({
    expression: '100 * errors / requests',
    usingMetrics: {
      errors: api.metricServerError({ period: quarter, statistic: 'Sum' }),
      requests: api.metricCount({ period: quarter, statistic: 'Sum' }),
    },
    period: quarter,
    label: '5xx (%)',
  });

/** Runs of all Lambdas of the account in the region that were refused: what they share is the account's own limit. */
export const throttledRuns = new Metric({
  namespace: 'AWS/Lambda',
  metricName: 'Throttles',
  statistic: 'Sum',
  period: quarter,
});

/** Reads and writes of these tables, ten metrics at the most, that DynamoDB had no room for. */
export function throttledTables(tables: readonly Table[]): MathExpression {
  const metrics = tables.flatMap((table, index) =>
    (['Read', 'Write'] as const).map(
      (way) =>
        [
          `${way.toLowerCase()}${index}`,
          table.metric(`${way}ThrottleEvents`, { statistic: 'Sum', period: quarter }),
        ] as const,
    ),
  );
  return new MathExpression({
    expression: metrics.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics),
    period: quarter,
    label: 'Throttled reads and writes',
  });
}
