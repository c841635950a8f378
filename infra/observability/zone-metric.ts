import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ZoneMetricName } from '../../functions/_runtime/line-metrics.ts';

type Reading = { readonly statistic: string; readonly period?: Duration; readonly label?: string };

/** A metric of a zone, as its Lambdas embed it in their logs. */
export const zoneMetric = (zone: string, metricName: ZoneMetricName, reading: Reading): Metric =>
  new Metric({
    namespace: 'Zonematch',
    metricName,
    dimensionsMap: { zone },
    period: Duration.minutes(15),
    ...reading,
  });

/** What a Lambda could not do, though it ended well: requests that it answered 500, messages and changes that come again. */
export const workFailed = (zone: string, service: string, period: Duration): Metric =>
  new Metric({
    namespace: 'Zonematch',
    metricName: 'WorkFailed' satisfies ZoneMetricName,
    dimensionsMap: { zone, service },
    statistic: 'Sum',
    period,
  });
