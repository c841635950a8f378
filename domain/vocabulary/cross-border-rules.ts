import * as z from 'zod';
import table from './data/cross-border-rules.json' with { type: 'json' };
import { type Edition, RuleRow, readableRow, readEdition } from './rule-row.ts';
import { SecurityClass } from './security-levels.ts';

/** The kinds of data that cross-border rules tell apart. De-identified data is personal and is judged as that. */
export const FlowDataKind = z.enum([
  'any',
  'personal',
  'sensitive-personal',
  'de-identified-personal',
  'anonymised',
  'non-personal',
  'human-genetic',
  'geospatial',
  'financial-credit',
  'automotive',
  'controlled-item',
]);
export type FlowDataKind = z.infer<typeof FlowDataKind>;

const Bounds = z.strictObject({ gte: z.int().optional(), lt: z.int().optional(), eq: z.int().optional() });
export type Bounds = z.infer<typeof Bounds>;

const Conditions = z.strictObject({
  receivedUnder: z.array(z.string()).optional(),
  recipientType: z.literal('foreign-judicial-or-law-enforcement').optional(),
  recipientTag: z.string().optional(),
  exporterTag: z.string().optional(),
  exporterNotTag: z.string().optional(),
  topic: z.string().optional(),
  collectedOutsideMainland: z.boolean().optional(),
  mainlandPersonalOrImportantDataAdded: z.boolean().optional(),
  necessity: z.enum(['contract-with-individual', 'cross-border-hr', 'emergency']).optional(),
  optIn: z.enum(['GBA', 'cb-ftz-offlist']).optional(),
  bothPartiesRegisteredInGBA: z.boolean().optional(),
  industryCoveredByList: z.boolean().optional(),
  itemOnNegativeList: z.boolean().optional(),
  offerHasSensitive: z.boolean().optional(),
  state: z.string().optional(),
  notState: z.string().optional(),
});

const Volume = z.array(z.strictObject({ nonSensitive: Bounds.optional(), sensitive: Bounds.optional() }));
const RuledClass = z.union([SecurityClass, z.literal('any')]);
const FlowOutcome = z.enum(['allowed', 'allowed-with', 'manual-review', 'prohibited']);
const Places = z.array(z.string()).min(1);

export const FlowRule = z.strictObject({
  ...RuleRow.shape,
  priority: z.int(),
  from: Places,
  to: Places,
  dataKind: FlowDataKind,
  securityClass: RuledClass,
  /** Natural persons exported since 1 January; one of the alternatives must hold, each with all of its bounds. */
  volume: Volume.optional(),
  conditions: Conditions,
  outcome: FlowOutcome,
});
export type FlowRule = z.infer<typeof FlowRule>;

/** The conditions that are understood; the row that has others is known to. */
function readableConditions(given: unknown): z.infer<typeof Conditions> {
  const known = Object.entries(Object(given)).filter(
    ([name, value]) => Conditions.safeParse({ [name]: value }).success,
  );
  return Conditions.parse(Object.fromEntries(known));
}

const rest = z.object({
  ...readableRow,
  priority: z.int().catch(0),
  from: Places.catch(['*']),
  to: Places.catch(['*']),
  dataKind: FlowDataKind.catch('any'),
  securityClass: RuledClass.catch('any'),
  volume: Volume.optional().catch(undefined),
  conditions: Conditions.catch(({ value }) => readableConditions(value)),
  outcome: FlowOutcome.catch('manual-review'),
});

const tagsOf = ({ allOf, anyOf, conditions }: FlowRule): readonly string[] => [
  ...allOf,
  ...anyOf.flat(),
  ...(conditions.receivedUnder ?? []),
  ...[conditions.recipientTag, conditions.exporterTag, conditions.exporterNotTag, conditions.topic].flatMap(
    (tag) => tag ?? [],
  ),
];

/** Reads an issue of the cross-border rules, rows by ascending priority. Throws a ZodError where it is no table. */
export function readFlowRules(given: unknown): Edition<FlowRule> {
  const edition = readEdition({ table: 'cross-border-rules', whole: FlowRule, rest, tagsOf }, given);
  return { ...edition, rows: edition.rows.toSorted((one, other) => one.priority - other.priority) };
}

/** Which flows of data between places are allowed, by ascending priority: the first row that matches decides. */
export const flowRuleEditions: readonly [Edition<FlowRule>, ...Edition<FlowRule>[]] = [readFlowRules(table)];
