import * as z from 'zod';
import { ReplayId } from '../domain/ids.ts';
import { envelope } from './envelope.ts';

/** The operator wants every pair of the zone judged anew: to compare it with the record, or because it has its reasons. */
export const ReplayRequestedV1 = envelope(
  'replay-requested.v1',
  z.strictObject({ replayId: ReplayId, cause: z.enum(['reconciliation', 'replay']) }),
);
export type ReplayRequestedV1 = z.infer<typeof ReplayRequestedV1>;
