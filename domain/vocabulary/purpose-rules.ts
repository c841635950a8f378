import * as z from 'zod';
import { complianceTags } from './compliance-tags.ts';
import table from './data/purpose-rules.json' with { type: 'json' };
import { type Edition, RuleRow, readableRow, readEdition } from './rule-row.ts';

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

const State = z.enum(['any', 'anonymized', 'deidentified', 'raw', 'important', 'not-anonymized']);

/** `adds` asks for more beside the row that decides, and decides nothing itself. */
const PurposeOutcome = z.enum(['allowed-with', 'manual-review', 'prohibited', 'adds']);

const Buyer = z.enum(['domestic', 'foreign']);

export const PurposeRule = z.strictObject({
  ...RuleRow.shape,
  purposes: z.array(z.string()),
  dataKind: PurposeDataKind,
  state: State,
  outcome: PurposeOutcome,
  forbid: z.array(z.string()),
  /** Whether the row is about a recipient controlled from abroad, or about one that is not; left out: about both. */
  buyer: Buyer.optional(),
});
export type PurposeRule = z.infer<typeof PurposeRule>;

const everyPurpose = complianceTags.filter(({ kind }) => kind === 'purpose').map(({ id }) => id);

const rest = z.object({
  ...readableRow,
  purposes: z.array(z.string()).catch(everyPurpose),
  dataKind: PurposeDataKind.catch('any'),
  state: State.catch('any'),
  outcome: PurposeOutcome.catch('manual-review'),
  forbid: z.array(z.string()).catch([]),
  buyer: Buyer.optional().catch(undefined),
});

/** Reads an issue of the purpose rules. Throws a ZodError where it is no table. */
export const readPurposeRules = (given: unknown): Edition<PurposeRule> =>
  readEdition(
    {
      table: 'purpose-rules',
      whole: PurposeRule,
      rest,
      tagsOf: ({ allOf, anyOf, forbid, purposes }) => [...allOf, ...anyOf.flat(), ...forbid, ...purposes],
    },
    given,
  );

/** What a purpose asks of data of a kind and state: PIPL, DSL, NDSMR and the sector rules that each row names. */
export const purposeRuleEditions: readonly [Edition<PurposeRule>, ...Edition<PurposeRule>[]] = [
  readPurposeRules(table),
];
