import { z } from 'zod';
import table from './data/cross-border-rules.json' with { type: 'json' };
import { RuleRow, TableMeta } from './rule-row.ts';
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

const FlowRule = z.object({
  ...RuleRow.shape,
  priority: z.int(),
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
  dataKind: FlowDataKind,
  securityClass: z.union([SecurityClass, z.literal('any')]),
  /** Natural persons exported since 1 January; one of the alternatives must hold, each with all of its bounds. */
  volume: z.array(z.strictObject({ nonSensitive: Bounds.optional(), sensitive: Bounds.optional() })).optional(),
  conditions: Conditions,
  outcome: z.enum(['allowed', 'allowed-with', 'manual-review', 'prohibited']),
});
export type FlowRule = z.infer<typeof FlowRule>;

/** Which flows of data between places are allowed, by ascending priority: the first row that matches decides. */
export const flowRules: readonly FlowRule[] = z
  .array(FlowRule)
  .parse(table.rows)
  .toSorted((one, other) => one.priority - other.priority);

export const flowRulesMeta = TableMeta.parse(table.meta);
