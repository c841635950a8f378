import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../domain/access/access.ts';
import type { Instant } from '../../../domain/time.ts';
import { transact, type Write } from './table/transact.ts';
import { type Meter, makeUsageStore } from './usage-store.ts';

/** A day longer than a queue keeps a message: until then a part may come again. */
const keptSeconds = 15 * 86_400;

const parts = (chain: string): Meter => ({ of: `chain#${chain}`, window: 'parts' });
const end = (request: string): Meter => ({ of: `chain#${request}`, window: 'end' });

/**
 * How far the parts have come in which a listing with many pairs is judged, one after the other. A part asks for the next
 * before it is noted here: whoever ends in between asks twice, and of parts that come twice the later asks for none.
 */
export function makeChainStore(client: DynamoDBDocumentClient, usage: string) {
  const store = makeUsageStore(client, usage);
  return {
    /** Whether a part was taken care of, and the next one asked for. */
    async isPassed(access: SystemAccess, chain: string, part: number): Promise<boolean> {
      return (await store.used(access, parts(chain))) >= part;
    },

    async pass(access: SystemAccess, chain: string, part: number, now: Instant): Promise<void> {
      await transact(client, [store.reaching(access, parts(chain), part, now, keptSeconds)]);
    },

    /** Notes the end of what a request asked for, with what belongs to it; false where it was noted before. */
    end: (access: SystemAccess, request: string, beside: readonly Write[], now: Instant): Promise<boolean> =>
      transact(client, [store.reaching(access, end(request), 1, now, keptSeconds), ...beside]),
  };
}
