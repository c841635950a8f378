import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import { lineMetric } from '../observability/line-metric.ts';

/** Addresses that are mailed no more, complaints, and mails that were refused for good. */
export type StopMetrics = { readonly stopped: IMetric; readonly complaints: IMetric; readonly refused: IMetric };

/** What a Lambda tells of what is mailed no more, each under the one name that all such Lambdas count to. */
export const stopMetrics = (fn: ZoneFunction<unknown>, zone: string): StopMetrics => {
  lineMetric(fn, 'BouncesNoted', { zone, message: 'bounce noted' });
  return {
    stopped: lineMetric(fn, 'AddressesStopped', { zone, message: 'address stopped' }),
    complaints: lineMetric(fn, 'Complaints', { zone, message: 'complaint received' }),
    refused: lineMetric(fn, 'MailsRefused', { zone, message: 'mail refused' }),
  };
};
