import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { ZoneData } from '../data/zone-data.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import { localClient } from '../local-client.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Queues } from '../sqs/queues.ts';
import type { Resource, Stack } from '../template/stack.ts';
import { QueueMapping, startQueueSource } from './queue-source.ts';
import type { EventSource } from './source.ts';
import { StreamReader } from './stream-reader.ts';
import { type Park, StreamMapping, startStreamSource } from './stream-source.ts';

const Mapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  FilterCriteria: z.unknown().optional(),
});

type Parts = {
  readonly stack: Stack;
  readonly functions: readonly LocalFunction[];
  readonly queues: Queues;
  readonly dynamoDb: string;
  readonly activity: Activity;
  readonly mostWaitSeconds: number | undefined;
  /** Hears of services that do not answer. */
  readonly tell: (sentence: string) => void;
  /** Where the places in streams are kept between two runs. */
  readonly data: ZoneData | undefined;
};

function targetOf(functions: readonly LocalFunction[], resource: Resource, name: string): LocalFunction {
  const target = functions.find((candidate) => candidate.isNamed(name));
  if (target) return target;
  throw new LocalFailure(`${resource.id} hands events to ${name}, which is no Lambda of the template.`);
}

/** Lambda's document for the on-failure destination of a stream (AWS Lambda developer guide, "Retaining discarded batches"). */
function makePark({ queues }: Parts, target: LocalFunction, destination: string | undefined): Park {
  const queue = destination === undefined ? undefined : queues.byArn(destination);
  return async ({ shardId, streamArn, records }, condition, approximateInvokeCount) => {
    if (!queue) return;
    const MessageBody = JSON.stringify({
      requestContext: { functionArn: `${target.arn}:$LATEST`, condition, approximateInvokeCount },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: records[0]?.dynamodb?.SequenceNumber,
        endSequenceNumber: records.at(-1)?.dynamodb?.SequenceNumber,
        batchSize: records.length,
        streamArn,
      },
    });
    await queues.client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody }));
  };
}

/** What a mapping asks for, read but not begun; undefined where it is switched off. */
function readSource(parts: Parts, resource: Resource): (() => EventSource) | undefined {
  const { stack, functions, queues, dynamoDb, activity, mostWaitSeconds, tell, data } = parts;
  const { EventSourceArn, FunctionName, Enabled, FilterCriteria } = resource.read(Mapping);
  if (FilterCriteria !== undefined)
    throw new LocalFailure(`${resource.id} filters events, which the local zone cannot do.`);
  const target = targetOf(functions, resource, FunctionName);
  const queue = queues.byArn(EventSourceArn);
  const { region } = stack;
  if (queue) {
    const mapping = resource.read(QueueMapping);
    if (!Enabled) return undefined;
    return () => startQueueSource({ queues, queue, target, mapping, region, activity, mostWaitSeconds, tell });
  }
  const mapping = resource.read(StreamMapping);
  if (!Enabled) return undefined;
  const destination = mapping.DestinationConfig?.OnFailure.Destination;
  if (destination) queues.markDeadLetters(destination);
  const client = new DynamoDBStreamsClient(localClient(dynamoDb, region));
  const reader = new StreamReader(client, EventSourceArn, mapping.StartingPosition, data?.placesOf(resource.id));
  const park = makePark(parts, target, destination);
  return () => startStreamSource({ id: resource.id, reader, region, target, mapping, park, activity, tell });
}

/** Starts every event source mapping of the template, once each was read: one that cannot be leaves none running. */
export function startEventSources(parts: Parts): readonly EventSource[] {
  const starts = parts.stack.ofType('AWS::Lambda::EventSourceMapping').map((resource) => readSource(parts, resource));
  return starts.flatMap((start) => (start ? [start()] : []));
}
