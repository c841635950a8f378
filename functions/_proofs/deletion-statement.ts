import * as z from 'zod';
import { OrganizationId } from '../../domain/ids.ts';
import { paragraph } from '../../domain/text.ts';
import { Instant } from '../../domain/time.ts';
import { Counts, ExportStatement } from './export-statement.ts';
import { statement } from './statement.ts';

/** What the zone says of a deletion: what has gone, what stays and why, who asked for it, and what was handed out before. */
const DeletionStatement = z.strictObject({
  zone: z.string(),
  organization: OrganizationId,
  at: Instant,
  by: z.strictObject({ organization: OrganizationId, caller: z.string() }),
  note: paragraph(2000),
  /** How many rows of each table have gone. */
  removed: Counts,
  /** What stays, by table, with the rule that has it stay. */
  kept: z.array(z.strictObject({ table: z.string(), count: z.int().min(0).optional(), rule: z.string() })),
  /** The digest of the export that was handed out before, where there was one. */
  export: ExportStatement.pick({ digest: true, endedAt: true, counts: true }).optional(),
});
export type DeletionStatement = z.infer<typeof DeletionStatement>;

export const deletionStatement = statement('zonematch-deletion', DeletionStatement);

/**
 * What a deletion leaves, and why it must (Personal Information Protection Law, Art 47: where a law's term of keeping is not
 * over, nothing is done with it but to keep it).
 */
export const keptBecause = (matches: number): DeletionStatement['kept'] => [
  {
    table: 'audit',
    rule: 'Cybersecurity Law, Art 21(3): logs are kept for six months at least; Data Security Law, Art 33: records of reviews and dealings are kept',
  },
  {
    table: 'matches',
    count: matches,
    rule: 'Data Security Law, Art 33: matches that both sides were shown, without the listings’ text, are the other side’s record, too',
  },
  {
    table: 'deliveries',
    rule: 'titles of offers that buyers were told of: part of the buyers’ record of what they were told',
  },
  { table: 'organizations', count: 1, rule: 'id, kind and jurisdiction, suspended: so that its tokens open nothing' },
  { table: 'invitations', rule: 'refusals, by digest of the address: nobody is asked again who has refused' },
  {
    table: 'stops',
    rule: 'digests of addresses that bounced or complained: they are their owners’ and no organization’s',
  },
];
