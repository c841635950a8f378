import { z } from 'zod';
import { Bilingual } from './bilingual.ts';

/** What every row of a rule table says: the tags that it asks for, where it stands written, and how sure that is. */
export const RuleRow = z.object({
  id: z.string(),
  /** All of these. */
  allOf: z.array(z.string()),
  /** At least one of each group. */
  anyOf: z.array(z.array(z.string())),
  /** Where the rule stands, in words that a reason can quote. */
  citation: Bilingual,
  source: z.string(),
  verification: z.enum(['verified', 'general-knowledge']),
  urls: z.array(z.string()).default([]),
  note: z.string().optional(),
});
export type RuleRow = z.infer<typeof RuleRow>;

/** Which issue of a table it is, how old its facts are, and from which day it is applied. */
export const TableMeta = z.object({ version: z.string(), asOf: z.string(), effectiveFrom: z.string() });
