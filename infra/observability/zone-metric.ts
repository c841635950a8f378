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
