/** What a zone is billed for, in the order of the bill: the service, what of it, and in which unit it is counted. */
export const items = {
  lambdaRequests: { service: 'Lambda', what: 'invocations', unit: 'million' },
  lambdaTime: { service: 'Lambda', what: 'time × memory (arm64)', unit: 'GB-s' },
  tableWrites: { service: 'DynamoDB', what: 'write units', unit: 'million' },
  tableReads: { service: 'DynamoDB', what: 'read units', unit: 'million' },
  tableStorage: { service: 'DynamoDB', what: 'storage', unit: 'GB' },
  tableRecovery: { service: 'DynamoDB', what: 'point-in-time recovery', unit: 'GB' },
  streamReads: { service: 'DynamoDB', what: 'stream reads (by Lambda: free)', unit: 'million' },
  apiRequests: { service: 'API Gateway', what: 'HTTP API requests', unit: 'million' },
  queueRequests: { service: 'SQS', what: 'requests', unit: 'million' },
  busEvents: { service: 'EventBridge', what: 'own events', unit: 'million' },
  schedules: { service: 'Scheduler', what: 'invocations', unit: 'million' },
  logsIngested: { service: 'CloudWatch', what: 'logs taken in', unit: 'GB' },
  logsStored: { service: 'CloudWatch', what: 'logs kept', unit: 'GB' },
  metrics: { service: 'CloudWatch', what: 'own metrics', unit: 'metric' },
  alarms: { service: 'CloudWatch', what: 'alarms', unit: 'metric' },
  dashboards: { service: 'CloudWatch', what: 'dashboards', unit: 'dashboard' },
  canaryRuns: { service: 'CloudWatch', what: 'Synthetics canary runs', unit: 'run' },
  keys: { service: 'KMS', what: 'keys', unit: 'key' },
  keyRequests: { service: 'KMS', what: 'requests', unit: '10,000' },
  secrets: { service: 'Secrets Manager', what: 'secrets', unit: 'secret' },
  secretRequests: { service: 'Secrets Manager', what: 'requests', unit: '10,000' },
  alarmMails: { service: 'SNS', what: 'alarm mails', unit: '100,000' },
  transferOut: { service: 'Data transfer', what: 'to the Internet', unit: 'GB' },
  mails: { service: 'SES', what: 'mails', unit: '1,000' },
} as const;

export type Item = keyof typeof items;

/** How much of each a month has. */
export type Quantities = Readonly<Record<Item, number>>;
