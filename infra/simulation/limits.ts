/**
 * What AWS lets one have, by its documentation, where nobody asked for more. (DynamoDB developer guide, “Service, account, and
 * table quotas”, “Best practices for designing partition keys”, “On-demand capacity mode”; Lambda developer guide, “Quotas”,
 * “Configure Lambda function memory”; SQS developer guide, “Quotas”. From general knowledge, not read anew.)
 */
export const limits = {
  /** Of one partition, in a second. */
  partitionReads: 3000,
  partitionWrites: 1000,
  /** Of one table, in a second. */
  tableReads: 40_000,
  tableWrites: 40_000,
  /** What a new table on demand takes at once; later the double of what it had to take half an hour before. */
  newTableReads: 12_000,
  newTableWrites: 4_000,
  doublingSeconds: 1800,
  pageBytes: 1_048_576,
  /** Of one read unit, read consistently. */
  unitBytes: 4096,
  lambdaRuns: 1000,
  /** A Lambda of so much memory has one processor to itself. */
  processorMiB: 1769,
  inFlight: 120_000,
} as const;
