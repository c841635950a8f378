import type { Item } from '../items.ts';
import type { Price, Prices } from './price.ts';

const dynamo = 'www.amazonaws.cn/en/dynamodb/pricing, an undated copy; may have been lowered since';
const cloudwatch = 'amazonaws.cn/cloudwatch/pricing, a copy of 2024 or 2025';
const bill2023 = 'github.com/awslabs/sensitive-data-protection-on-aws docs/en/plan-deployment/cost.md, June 2023';
const bill2022 = 'github.com/awslabs/aws-ai-solution-kit docs/en-rebrand/include-deploy-cost-8GB.md, June 2022';

/** Before taxes, without what an account has for nothing. */
const charged = {
  lambdaRequests: { amount: 1.36, source: bill2023 },
  lambdaTime: { amount: 0.0000907816 },
  tableWrites: { amount: 11.1538, source: dynamo },
  tableReads: { amount: 2.2308 },
  tableStorage: { amount: 1.755 },
  tableRecovery: { amount: 1.404 },
  streamReads: { amount: 0 },
  apiRequests: { amount: 6.95 },
  queueRequests: { amount: 3.33, source: bill2023 },
  busEvents: { amount: 6.75 },
  schedules: { amount: 6.75 },
  logsIngested: { amount: 6.228, source: bill2022, free: 5 },
  logsStored: { amount: 0.244, source: bill2023, free: 5 },
  metrics: { amount: 2, source: cloudwatch, free: 10 },
  alarms: { amount: 0.622, source: cloudwatch, free: 10 },
  dashboards: { amount: 18.66, free: 3 },
  keys: { amount: 6.88 },
  keyRequests: { amount: 0.2 },
  secrets: { amount: 2.7 },
  secretRequests: { amount: 0.34 },
  alarmMails: { amount: 13.5 },
  transferOut: { amount: 0.933, source: bill2022 },
  // There is no SES in these regions: a relay of the zone's own carries mails.
  mails: { amount: 0 },
} as const satisfies Record<Item, Price>;

/** Beijing; of what an account has for nothing, CloudWatch's alone is known to hold there ("Billing and Payment", Getting Started with AWS in China). */
export const beijing: Prices = { currency: 'CNY', asOf: '2026-11-27', of: charged };

/** Ningxia, with what every account has for nothing each month. */
export const ningxia: Prices = {
  currency: 'CNY',
  asOf: '2026-11-27',
  of: {
    ...charged,
    lambdaRequests: { ...charged.lambdaRequests, free: 1 },
    lambdaTime: { ...charged.lambdaTime, free: 400_000 },
    tableStorage: { ...charged.tableStorage, free: 25 },
    queueRequests: { ...charged.queueRequests, free: 1 },
    keyRequests: { ...charged.keyRequests, free: 2 },
  },
};
