import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { ChannelQueue } from '../messaging/channel-queue.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';

/** What of a zone is watched. */
export type Watched = {
  readonly zone: Zone;
  readonly api: HttpApi;
  readonly storage: Storage;
  readonly channels: readonly ChannelQueue[];
  readonly deadLetters: readonly Queue[];
  readonly matcher: ZoneFunction<unknown>;
};
