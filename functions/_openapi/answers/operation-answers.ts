import * as z from 'zod';
import { ReplayId } from '../../../domain/ids.ts';
import { Instant } from '../../../domain/time.ts';

/** A parked message: what it is about, and never what it says. */
const ParkedMessage = z.strictObject({
  id: z.string().min(1).max(128),
  since: Instant,
  reason: z.string().max(1000),
  type: z.string().optional(),
  event: z.string().optional(),
  changes: z.int().min(0).optional(),
});

const queue = z.string().min(1).max(64);

/** What is parked, by queue. */
export const ParkedMessages = z.strictObject({
  queues: z.array(
    z.strictObject({
      queue,
      comesFrom: z.enum(['queue', 'stream']),
      held: z.int().min(0),
      messages: z.array(ParkedMessage).max(100),
    }),
  ),
});

/** What became of what was parked. */
export const PutBackAnswer = z.strictObject({
  queues: z.array(z.strictObject({ queue, putBack: z.int().min(0), left: z.int().min(0) })),
});

const Counts = z.record(z.string(), z.int().min(0));

/** Lines of an export as they belong into its file, and where the next page begins, or what the zone says of the whole. */
export const ExportPage = z.strictObject({
  lines: z.array(z.string()),
  nextCursor: z.string().optional(),
  statement: z.string().optional(),
});

/** How far a deletion is, and what the zone says of it at its end. */
export const DeletionAnswer = z.strictObject({
  state: z.enum(['erasing', 'done']),
  removed: Counts,
  statement: z.string().optional(),
});

/** The keys that statements can be checked with (RFC 7517). */
export const ProofKeys = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      use: z.literal('sig'),
      alg: z.literal('EdDSA'),
    }),
  ),
});

/** How far something that is judged anew has come. */
export const ReplayAnswer = z.strictObject({
  id: ReplayId,
  state: z.enum(['asking', 'judging', 'done']),
  asked: z.int().min(0),
  judged: z.int().min(0),
  changed: z.int().min(0),
});
