import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ZoneFunction } from '../lambda/zone-function.ts';

type Line = {
  readonly zone: string;
  /** The message of the lines that count. */
  readonly message: string;
  /** The field whose number counts; each line counts as one where nothing is said. */
  readonly field?: string;
};

/** The metric `<name>-<zone>` of namespace Zonematch: what a Lambda's log says, added up. */
export function lineMetric(fn: ZoneFunction<unknown>, name: string, { zone, message, field }: Line): IMetric {
  return new MetricFilter(fn, name, {
    logGroup: fn.logGroup,
    metricNamespace: 'Zonematch',
    metricName: `${name}-${zone}`,
    filterPattern: FilterPattern.stringValue('$.message', '=', message),
    metricValue: field === undefined ? '1' : `$.${field}`,
  }).metric({ period: Duration.minutes(15), statistic: 'Sum' });
}
