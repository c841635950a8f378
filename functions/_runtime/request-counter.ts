import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { makeUsageStore } from '../_adapters/dynamo/usage-store.ts';
import { systemClock } from './clock.ts';
import { type CountRequest, countingRequests, type RequestRateEnv } from './request-rate.ts';

/** Counts requests in the table of what was used, by the variables of a Lambda. */
export const makeRequestCounter = (
  client: DynamoDBDocumentClient,
  { USAGE_TABLE, WRITES_A_MINUTE }: z.infer<typeof RequestRateEnv>,
): CountRequest =>
  countingRequests({
    clock: systemClock,
    usage: makeUsageStore(client, USAGE_TABLE),
    writesAMinute: WRITES_A_MINUTE,
  });
