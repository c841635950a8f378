import { z } from 'zod';
import table from './data/purpose-rules.json' with { type: 'json' };
import { RuleRow, TableMeta } from './rule-row.ts';

/** The kinds of data that purpose rules tell apart; one offer may be of several. */
export const PurposeDataKind = z.enum([
  'any',
  'non-personal',
  'personal',
  'sensitive-personal',
  'minor-under-14',
  'health',
  'biometric',
  'human-genetic',
  'geospatial',
  'automotive',
  'financial-credit',
  'public',
  'important',
  'core',
]);
export type PurposeDataKind = z.infer<typeof PurposeDataKind>;

const PurposeRule = z.object({
  ...RuleRow.shape,
  purposes: z.array(z.string()),
  dataKind: PurposeDataKind,
  state: z.enum(['any', 'anonymized', 'deidentified', 'raw', 'important', 'not-anonymized']),
  /** `adds` asks for more beside the row that decides, and decides nothing itself. */
  outcome: z.enum(['allowed-with', 'manual-review', 'prohibited', 'adds']),
  forbid: z.array(z.string()),
  /** Whether the row is about a recipient controlled from abroad, or about one that is not; left out: about both. */
  buyer: z.enum(['domestic', 'foreign']).optional(),
});
export type PurposeRule = z.infer<typeof PurposeRule>;

/** What a purpose asks of data of a kind and state: PIPL, DSL, NDSMR and the sector rules that each row names. */
export const purposeRules: readonly PurposeRule[] = z.array(PurposeRule).parse(table.rows);

export const purposeRulesMeta = TableMeta.parse(table.meta);
