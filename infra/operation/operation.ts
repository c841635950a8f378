import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as KeepParkedMessagesEnv } from '../../functions/keep-parked-messages/env.ts';
import type { Env as ReplayEverythingEnv } from '../../functions/replay-everything/env.ts';
import type { Env as StartReplayEnv } from '../../functions/start-replay/env.ts';
import { ApiFunction, requestTimeout } from '../intake/api-function.ts';
import type { Intake } from '../intake/intake.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import type { Matching } from '../matching/matching.ts';
import { ChannelQueue } from '../messaging/channel-queue.ts';
import type { ProofKey } from '../secrets/proof-key.ts';
import { indexVariables } from '../storage/index-variables.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { type OperationFolder, operationRoutes } from './operation-routes.ts';
import { makeOrganizationFunctions } from './organization-functions.ts';
import { type Parking, parkingVariables } from './parking.ts';

type OperationProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  readonly intake: Intake;
  readonly matching: Matching;
  readonly proofKey: ProofKey;
  readonly parking: Parking;
};

const replayTimeout = Duration.minutes(15);

/** What the operator does with the zone's queues, over the API: looks after what is parked, and has things judged anew. */
export class Operation extends Construct {
  /** What is more than one request to the API can do. */
  readonly replays = new ChannelQueue(this, 'Replays', { readerTimeout: replayTimeout, lane: 'overflow' });

  constructor(scope: Construct, id: string, { zone, storage, intake, matching, proofKey, parking }: OperationProps) {
    super(scope, id);
    const { names } = zone.identity;
    const AUDIT_TABLE = storage.audit.tableName;
    const ZONE_ID = zone.id;
    const startReplay = new ApiFunction<StartReplayEnv>(this, 'StartReplay', {
      folder: 'start-replay',
      names,
      environment: {
        ...matching.lanes,
        ZONE_ID,
        AUDIT_TABLE,
        LISTINGS_TABLE: storage.listings.tableName,
        REPLAYS_QUEUE_URL: this.replays.queue.queueUrl,
      },
      timeout: requestTimeout,
    });
    const replayEverything = new ZoneFunction<ReplayEverythingEnv>(this, 'ReplayEverything', {
      folder: 'replay-everything',
      environment: {
        ZONE_ID,
        ...indexVariables(zone, storage),
        MATCHES_TABLE: storage.matches.tableName,
        USAGE_TABLE: storage.usage.tableName,
        MATCH_SWEEPS_QUEUE_URL: matching.sweeps.queue.queueUrl,
        DEAD_LETTER_QUEUE_URL: this.replays.deadLetters.queueUrl,
      },
      timeout: replayTimeout,
    });
    const everywhere = { ...parking, channels: { ...parking.channels, replays: this.replays } };
    const keepParked = new ApiFunction<KeepParkedMessagesEnv>(this, 'KeepParkedMessages', {
      folder: 'keep-parked-messages',
      names,
      environment: { AUDIT_TABLE, ...parkingVariables(everywhere) },
      timeout: requestTimeout,
    });
    const functions: Readonly<Record<OperationFolder, ZoneFunction<unknown>>> = {
      ...makeOrganizationFunctions(this, { zone, storage, proofKey }),
      'start-replay': startReplay,
      'keep-parked-messages': keepParked,
    };
    for (const route of operationRoutes) intake.lead(this, route, functions[route.folder]);

    storage.grantStartReplay(startReplay);
    for (const channel of [matching.requests, matching.overflow, this.replays]) channel.grantSend(startReplay);
    storage.grantReconcile(replayEverything);
    storage.grantMeter(replayEverything);
    matching.sweeps.grantSend(replayEverything);
    this.replays.grantRead(replayEverything, { batchSize: 1, window: Duration.seconds(0), maxConcurrency: 2 });
    this.replays.grantPark(replayEverything);
    storage.grantAudit(keepParked);
    for (const channel of Object.values(everywhere.channels)) channel.grantRedrive(keepParked);
    for (const { deadLetters } of Object.values(everywhere.relays)) deadLetters.grantLook(keepParked);
  }
}
