import { createHash } from 'node:crypto';
import * as z from 'zod';
import { OrganizationId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { Counts } from '../_proofs/export-statement.ts';
import { statement } from '../_proofs/statement.ts';

const Place = z.strictObject({ sortKey: z.string(), id: z.string() });

/** Where a page has ended: in which part of what, behind which line. */
export const Position = z.strictObject({
  stage: z.enum(['itself', 'offer', 'demand', 'audit']),
  /** The listing that the last line was of, or the entry that it was. */
  place: Place.optional(),
  part: z.int().min(0).optional(),
  order: z.string().optional(),
});
export type Position = z.infer<typeof Position>;

/** How far an export has come. It is signed, so that what the zone says at the end is what it has handed out. */
export const Progress = z.strictObject({
  organization: OrganizationId,
  begunAt: Instant,
  position: Position,
  counts: Counts,
  digest: z.string(),
});
export type Progress = z.infer<typeof Progress>;

export const exportCursor = statement('zonematch-export-cursor', Progress);

/** The digest with one more line. */
export const digestWith = (digest: string, line: string): string =>
  createHash('sha256').update(digest).update(line).digest('hex');

/** One more of a table. */
export const countWith = (counts: Counts, table: string): Counts => ({
  ...counts,
  [table]: (counts[table] ?? 0) + 1,
});
