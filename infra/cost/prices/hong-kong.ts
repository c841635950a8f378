import type { Prices } from './price.ts';

const lambda = 'aws.amazon.com/lambda/pricing, by npm artillery 2.0.28 (lib/platform/aws-lambda/prices.js)';

/** Hong Kong (ap-east-1), before taxes, with what every account has for nothing each month. */
export const hongKong: Prices = {
  currency: 'USD',
  asOf: '2026-11-27',
  of: {
    lambdaRequests: { amount: 0.2, source: lambda, free: 1 },
    lambdaTime: { amount: 0.0000183, source: lambda, free: 400_000 },
    tableWrites: { amount: 0.78 },
    tableReads: { amount: 0.157 },
    tableStorage: { amount: 0.314, free: 25 },
    tableRecovery: { amount: 0.251 },
    streamReads: { amount: 0 },
    apiRequests: { amount: 1.26 },
    queueRequests: { amount: 0.5, free: 1 },
    busEvents: { amount: 1.1 },
    schedules: { amount: 1.1, free: 14 },
    logsIngested: { amount: 0.684, free: 5 },
    logsStored: { amount: 0.0315, free: 5 },
    metrics: { amount: 0.3, free: 10 },
    alarms: { amount: 0.1, free: 10 },
    dashboards: { amount: 3, free: 3 },
    keys: { amount: 1 },
    keyRequests: { amount: 0.03, free: 2 },
    secrets: { amount: 0.4 },
    secretRequests: { amount: 0.05 },
    alarmMails: { amount: 2, free: 0.01 },
    transferOut: { amount: 0.12, free: 100 },
    mails: { amount: 0.1 },
  },
};
