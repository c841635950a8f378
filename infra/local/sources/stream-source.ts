import { setTimeout } from 'node:timers/promises';
import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import { keepGoing } from './keep-going.ts';
import type { EventSource } from './source.ts';
import { type RecordBatch, type StreamReader, toStreamRecord } from './stream-reader.ts';
import { unlessStopped } from './unless-stopped.ts';

export const StreamMapping = z.object({
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BatchSize: z.coerce.number().int().min(1).max(10_000).default(100),
  MaximumBatchingWindowInSeconds: z.coerce.number().min(0).max(300).default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.coerce.number().int().min(-1).default(-1),
  MaximumRecordAgeInSeconds: z.coerce.number().int().min(-1).default(-1),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
});
type StreamMapping = z.infer<typeof StreamMapping>;

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) });

/** What Lambda sends to the on-failure destination. */
export type Park = (batch: RecordBatch, condition: string, invokeCount: number) => Promise<void>;

/** What Lambda tells the on-failure destination of the records that it gave up (see `makePark`). */
const Parked = z.object({
  DDBStreamBatchInfo: z.object({
    shardId: z.string(),
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
  }),
});

type Parts = {
  readonly id: string;
  readonly reader: StreamReader;
  readonly region: string;
  readonly target: LocalFunction;
  readonly mapping: StreamMapping;
  readonly park: Park;
  readonly activity: Activity;
  /** Hears of services that do not answer. */
  readonly tell: (sentence: string) => void;
};

const pauseBetweenLooks = 60;

/** A change may stand in its table a moment before it stands in the stream: one look that finds nothing is not enough. */
const emptyLooks = 2;

/**
 * Hands a table's changes to a Lambda, as Lambda's own poller does: in order within a shard; a batch that fails is tried
 * again and, where the mapping asks for it, split; what cannot be handled goes to the on-failure destination.
 */
export function startStreamSource({ id, reader, region, target, mapping, park, activity, tell }: Parts): EventSource {
  const stopping = new AbortController();
  let looksBegun = 0;
  const watchers = new Set<(look: number, found: boolean) => void>();

  const isTooOld = (records: readonly _Record[]): boolean => {
    const { MaximumRecordAgeInSeconds: most } = mapping;
    const created = records[0]?.dynamodb?.ApproximateCreationDateTime?.getTime();
    return most > 0 && created !== undefined && Date.now() - created > most * 1000;
  };

  /** The index of the first record that failed; the number of records where none did. */
  async function firstFailure(records: readonly _Record[]): Promise<number> {
    const Records = records.map((record) => toStreamRecord(record, reader.streamArn, region));
    const result = await unlessStopped(stopping.signal, target.invoke({ Records }));
    if ('error' in result) return 0;
    if (mapping.FunctionResponseTypes.length === 0) return records.length;
    const { data } = BatchResponse.safeParse(result.payload ?? {});
    if (!data) return 0;
    const failed = new Set(data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    if (failed.size === 0) return records.length;
    const index = records.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''));
    return Math.max(0, index);
  }

  async function handle(batch: RecordBatch): Promise<void> {
    let open = batch.records;
    for (let attempt = 1; open.length > 0 && !stopping.signal.aborted; attempt++) {
      if (isTooOld(open)) return park({ ...batch, records: open }, 'MaximumRecordAgeExceeded', attempt - 1);
      const failed = await firstFailure(open);
      open = open.slice(failed);
      if (open.length === 0) return;
      if (mapping.BisectBatchOnFunctionError && open.length > 1) {
        // Where the first record is known to be the bad one, it alone is parted from the rest; else the batch is halved.
        const middle = failed > 0 ? 1 : Math.ceil(open.length / 2);
        await handle({ ...batch, records: open.slice(0, middle) });
        return handle({ ...batch, records: open.slice(middle) });
      }
      const { MaximumRetryAttempts: most } = mapping;
      if (most >= 0 && attempt > most) return park({ ...batch, records: open }, 'RetryAttemptsExhausted', attempt);
      await setTimeout(Math.min(2000, 20 * 2 ** attempt), undefined, { signal: stopping.signal });
    }
    // Stopped before they were handled: they must not count as if they were.
    stopping.signal.throwIfAborted();
  }

  /** Hands parked records to the Lambda once more. Records that the stream no longer has (after a day) stay parked. */
  async function again(body: string): Promise<boolean> {
    const { shardId, startSequenceNumber, endSequenceNumber } = Parked.parse(JSON.parse(body)).DDBStreamBatchInfo;
    const records = await reader.between(shardId, startSequenceNumber, endSequenceNumber);
    return records.length > 0 && (await firstFailure(records)) === records.length;
  }

  async function handleAll(batch: RecordBatch): Promise<void> {
    for (let start = 0; start < batch.records.length; start += mapping.BatchSize) {
      await handle({ ...batch, records: batch.records.slice(start, start + mapping.BatchSize) });
    }
  }

  async function look(): Promise<boolean> {
    let found = false;
    for await (const batch of reader.look()) {
      found = true;
      await activity.during(`stream ${id}`, () => handleAll(batch));
    }
    return found;
  }

  async function step(): Promise<void> {
    const number = ++looksBegun;
    const found = await look();
    for (const watcher of watchers) watcher(number, found);
    if (!found) await setTimeout(pauseBetweenLooks, undefined, { signal: stopping.signal });
  }

  const polling = keepGoing({
    what: `The stream of ${id}`,
    signal: stopping.signal,
    step,
    onFailure: () => reader.rewind(),
    tell,
  });

  /** Whether looks that begin from now on find nothing. */
  const foundNothing = (): Promise<boolean> =>
    new Promise((resolve) => {
      const before = looksBegun;
      let left = emptyLooks;
      const watcher = (number: number, found: boolean): void => {
        if (number <= before) return;
        left -= 1;
        if (!found && left > 0) return;
        watchers.delete(watcher);
        resolve(!found);
      };
      watchers.add(watcher);
    });

  const destination = mapping.DestinationConfig?.OnFailure.Destination;
  return {
    parked: destination === undefined ? undefined : { arn: destination, again },
    // Once it is stopped nobody looks any more.
    isDrained: () => unlessStopped(stopping.signal, foundNothing()).catch(() => false),
    async stop() {
      stopping.abort();
      await polling;
    },
  };
}
