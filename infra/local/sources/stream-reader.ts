import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type ShardIteratorType,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { forgottenPlaces, type ShardPlaces } from '../data/zone-data.ts';
import { marshallImage } from './wire-image.ts';

/** Records of one shard, in order. */
export type RecordBatch = {
  readonly shardId: string;
  readonly streamArn: string;
  readonly records: readonly _Record[];
};

/** A record as a Lambda is given it (AWS Lambda developer guide, "Using AWS Lambda with Amazon DynamoDB"). */
export function toStreamRecord(record: _Record, streamArn: string, awsRegion: string): unknown {
  const { dynamodb } = record;
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    // DynamoDB Local names a region of its own.
    awsRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: (dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
      Keys: marshallImage(dynamodb?.Keys),
      NewImage: marshallImage(dynamodb?.NewImage),
      OldImage: marshallImage(dynamodb?.OldImage),
      SequenceNumber: dynamodb?.SequenceNumber,
      SizeBytes: dynamodb?.SizeBytes,
      StreamViewType: dynamodb?.StreamViewType,
    },
  };
}

/** The place of a shard that has been read to its end. */
const over = 'over';

type ShardRead = { readonly records: readonly _Record[]; readonly isOver: boolean };

/** Reads a stream shard by shard: a shard only once its parent has been read to its end. */
export class StreamReader {
  readonly streamArn: string;
  private readonly client: DynamoDBStreamsClient;
  private readonly start: ShardIteratorType;
  private readonly iterators = new Map<string, string>();
  private readonly lastRead = new Map<string, string>();
  private readonly places: ShardPlaces;
  private looks = 0;
  private shards: readonly Shard[] = [];

  constructor(
    client: DynamoDBStreamsClient,
    streamArn: string,
    start: ShardIteratorType,
    places: ShardPlaces = forgottenPlaces(),
  ) {
    this.places = places;
    this.client = client;
    this.streamArn = streamArn;
    this.start = start;
  }

  /** One look at every shard that may be read now. */
  async *look(): AsyncGenerator<RecordBatch> {
    // Shards follow one another every few hours: asking for them at each look would be most of the work.
    if (this.looks++ % 50 === 0 || this.readable().length === 0) this.shards = await this.describe();
    for (const shard of this.readable()) {
      const shardId = shard.ShardId ?? '';
      const { records, isOver } = await this.read(shardId);
      if (records.length > 0) yield { shardId, streamArn: this.streamArn, records };
      // Behind the yield they have been handled: only now may nobody ask for them again.
      const last = records.at(-1)?.dynamodb?.SequenceNumber;
      if (isOver) this.places.keep(shardId, over);
      else if (last) this.places.keep(shardId, last);
    }
  }

  /** Goes back to behind what was handled last. */
  rewind(): void {
    this.iterators.clear();
    this.lastRead.clear();
  }

  /** The records of a shard from one sequence number to another, both included, as far as the stream still has them. */
  async between(ShardId: string, first: string, last: string): Promise<readonly _Record[]> {
    const records: _Record[] = [];
    let { ShardIterator } = await this.client.send(
      new GetShardIteratorCommand({
        StreamArn: this.streamArn,
        ShardId,
        ShardIteratorType: 'AT_SEQUENCE_NUMBER',
        SequenceNumber: first,
      }),
    );
    while (ShardIterator) {
      const { Records = [], NextShardIterator } = await this.client.send(new GetRecordsCommand({ ShardIterator }));
      const wanted = Records.filter(({ dynamodb }) => BigInt(dynamodb?.SequenceNumber ?? 0) <= BigInt(last));
      records.push(...wanted);
      if (wanted.length < Records.length || Records.length === 0 || wanted.at(-1)?.dynamodb?.SequenceNumber === last)
        break;
      ShardIterator = NextShardIterator;
    }
    return records;
  }

  private async read(shardId: string, triesLeft = 2): Promise<ShardRead> {
    const ShardIterator = await this.iteratorOf(shardId);
    try {
      const { NextShardIterator, Records = [] } = await this.client.send(new GetRecordsCommand({ ShardIterator }));
      if (NextShardIterator) this.iterators.set(shardId, NextShardIterator);
      const last = Records.at(-1)?.dynamodb?.SequenceNumber;
      if (last) this.lastRead.set(shardId, last);
      return { records: Records, isOver: NextShardIterator === undefined };
    } catch (error) {
      // An iterator grows old. A new one, behind what was read last, is taken at once: "nothing read" means nothing there.
      const isOld = error instanceof TrimmedDataAccessException || error instanceof ExpiredIteratorException;
      if (!isOld || triesLeft === 0) throw error;
      this.iterators.delete(shardId);
      return this.read(shardId, triesLeft - 1);
    }
  }

  private isOver(shardId: string): boolean {
    return this.places.of(shardId) === over;
  }

  private readable(): readonly Shard[] {
    const known = new Set(this.shards.map((shard) => shard.ShardId));
    return this.shards.filter(({ ShardId = '', ParentShardId }) => {
      const parentRead = !ParentShardId || this.isOver(ParentShardId) || !known.has(ParentShardId);
      return parentRead && !this.isOver(ShardId);
    });
  }

  private async describe(): Promise<readonly Shard[]> {
    const shards: Shard[] = [];
    let from: string | undefined;
    do {
      const { StreamDescription } = await this.client.send(
        new DescribeStreamCommand({ StreamArn: this.streamArn, ...(from && { ExclusiveStartShardId: from }) }),
      );
      shards.push(...(StreamDescription?.Shards ?? []));
      from = StreamDescription?.LastEvaluatedShardId;
    } while (from);
    return shards;
  }

  private async iteratorOf(ShardId: string): Promise<string> {
    const known = this.iterators.get(ShardId);
    if (known) return known;
    const SequenceNumber = this.lastRead.get(ShardId) ?? this.places.of(ShardId);
    const place = SequenceNumber
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber }
      : { ShardIteratorType: this.start };
    const { ShardIterator = '' } = await this.client.send(
      new GetShardIteratorCommand({ StreamArn: this.streamArn, ShardId, ...place }),
    );
    return ShardIterator;
  }
}
