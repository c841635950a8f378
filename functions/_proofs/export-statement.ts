import * as z from 'zod';
import { OrganizationId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { statement } from './statement.ts';

export const Counts = z.record(z.string(), z.int().min(0));
export type Counts = z.infer<typeof Counts>;

/** What the zone says of an export that it has handed out whole. */
export const ExportStatement = z.strictObject({
  zone: z.string(),
  organization: OrganizationId,
  begunAt: Instant,
  endedAt: Instant,
  by: z.strictObject({ organization: OrganizationId, caller: z.string() }),
  /** How many lines there are of each table. */
  counts: Counts,
  /** SHA-256 of the digest so far and the line, line after line: whoever has the file can work it out. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ExportStatement = z.infer<typeof ExportStatement>;

export const exportStatement = statement('zonematch-export', ExportStatement);
