/**
 * What one of each thing consumes of DynamoDB, in read and write units, indexes and transactions counted. Measured with the
 * demo's market on DynamoDB Local (2026-11-27); test/cost holds them to another load.
 */
export const units = {
  /** A listing with its index rows, candidate rows, quota, idempotency key, line of the audit record, share and history. */
  postedOffer: { writes: 28 },
  postedDemand: { writes: 24 },
  /** What the journal of the index says of it under one domain, beside its candidate row. */
  journal: { writes: 2 },
  /** One look of the matcher, or of the counts that a posted demand is answered with, at a listing that found something. */
  look: { reads: 2 },
  /** A partition of candidates under a related domain that holds some. */
  candidates: { reads: 1 },
  /** A candidate: the listing, and its share of the organizations behind the candidates. */
  pair: { reads: 1.85 },
  /** A match or near match that is written, with its rows in five indexes. */
  record: { writes: 15.2, reads: 1 },
  /** A match that one contact is told of: noted, read again, told. */
  telling: { writes: 4, reads: 15 },
  mail: { writes: 8, reads: 15 },
  /** What a caller reads: a list or one of its things, and the line of the audit record. */
  reading: { writes: 2, reads: 4 },
} as const;

/** How often a listing is looked at when it is posted: where something was written the matcher looks once more. */
export const looks = { offer: 2, demand: 3 } as const;

/** What a run of the canary reads: what is left of the one before, and the match until it is there and until it is gone. */
export const canaryReadings = 10;

/** Partitions that one look queries, and of these those that hold something: of 20 sections and 97 divisions. */
export const partitions = { offer: 15, demand: 30, held: 5.3 } as const;

/** At the most so many near matches are searched for in one look (domain/match/near.ts). */
export const mostNear = 200;

/** Bytes of the rows that stay, with their copies in indexes and 100 bytes of overhead each. */
export const bytes = {
  listing: 7_500,
  /** A version in History. */
  version: 1_600,
  match: 26_000,
  delivery: 900,
  /** A line of the audit record. */
  line: 1_300,
} as const;

/** Lambda: milliseconds of a run by what it does, and bytes of log that it leaves (its own lines and Lambda's report). */
export const runs = {
  api: { ms: 60 },
  relay: { ms: 80 },
  matcher: { ms: 120, msAPair: 1 },
  telling: { ms: 300 },
  schedule: { ms: 500 },
  /** Most of it waiting for a match and for its end. */
  canary: { ms: 10_000 },
  logBytes: 1_500,
} as const;

/** Lambda polls a queue with five long polls of twenty seconds at a time, though it is empty (Lambda developer guide, "Polling"). */
export const idlePollsAMonth = (5 * 60 * 60 * 24 * 30.4) / 20;

/** DynamoDB, SQS and CloudWatch ask for a data key anew every five minutes in which they are used. */
export const keyRequestsAMonth = 12 * 24 * 30.4;

export const daysAMonth = 30.4;
