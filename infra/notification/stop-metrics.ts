import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import { lineMetric } from '../observability/line-metric.ts';

/** What a Lambda tells of addresses that are mailed no more, each under the one name that all such Lambdas count to. */
export const stopMetrics = (
  fn: ZoneFunction<unknown>,
  zone: string,
): { readonly stopped: IMetric; readonly complaints: IMetric } => {
  lineMetric(fn, 'BouncesNoted', { zone, message: 'bounce noted' });
  return {
    stopped: lineMetric(fn, 'AddressesStopped', { zone, message: 'address stopped' }),
    complaints: lineMetric(fn, 'Complaints', { zone, message: 'complaint received' }),
  };
};
