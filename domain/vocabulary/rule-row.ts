import * as z from 'zod';
import { CalendarDay } from '../time.ts';
import { Bilingual } from './bilingual.ts';
import { tagRow } from './compliance-tags.ts';

const Verification = z.enum(['verified', 'general-knowledge']);

const unreadable: Bilingual = {
  zh: '本服务规则表（出处无法读取）',
  en: 'a rule table of this service (source unreadable)',
};

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
  verification: Verification,
  urls: z.array(z.string()).default([]),
  note: z.string().optional(),
  /** What of the row this software does not understand: where the row applies, a person decides. */
  unknown: z.array(z.string()).default([]),
});
export type RuleRow = z.infer<typeof RuleRow>;

/** What is left of a row that cannot be read in full. */
export const readableRow = {
  id: z.string().catch(''),
  allOf: z.array(z.string()).catch([]),
  anyOf: z.array(z.array(z.string())).catch([]),
  citation: Bilingual.catch(unreadable),
  source: z.string().catch(''),
  verification: Verification.catch('general-knowledge'),
  urls: z.array(z.string()).catch([]),
  note: z.string().optional().catch(undefined),
  unknown: z.array(z.string()).catch([]),
};

/** Which issue of a table it is, how old its facts are, and from which day it is applied. */
export const TableMeta = z.object({ version: z.string().min(1), asOf: z.string(), effectiveFrom: CalendarDay });

/** One issue of a rule table. */
export type Edition<Row> = z.infer<typeof TableMeta> & { readonly rows: readonly Row[] };

/** What is known of every row, whatever its table. */
type AnyRow = Pick<RuleRow, 'id' | 'unknown'>;

type Form<Row extends AnyRow> = {
  /** The name that a row without an id goes by. */
  readonly table: string;
  readonly whole: z.ZodType<Row>;
  /** Reads what is left of a row: what says when it applies becomes wider, never narrower, where it cannot be read. */
  readonly rest: z.ZodType<Row>;
  readonly tagsOf: (row: Row) => readonly string[];
};

const placesOf = (error: z.ZodError): readonly string[] =>
  error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [''];
    return keys.map((key) => [...issue.path, key].filter((step) => step !== '').join('.') || 'the row');
  });

/** The fields of what may be no object at all. */
const Fields = z.record(z.string(), z.unknown()).catch({});

function readRow<Row extends AnyRow>(form: Form<Row>, given: unknown, index: number): Row {
  const whole = form.whole.safeParse(given);
  const row = whole.success ? whole.data : form.rest.parse(Fields.parse(given));
  const odd = whole.success ? row.unknown : placesOf(whole.error);
  const tags = form.tagsOf(row).filter((tag) => tagRow(tag) === undefined);
  return { ...row, id: row.id || `${form.table}-${index + 1}`, unknown: [...new Set([...odd, ...tags])] };
}

const Table = z.object({ meta: TableMeta, rows: z.array(z.unknown()) });

/**
 * Reads one issue of a rule table. A row with a field, an operator or a tag that is not known here is kept, and says so:
 * dropped it would allow what it forbids. Throws a ZodError where the whole is no table.
 */
export function readEdition<Row extends AnyRow>(form: Form<Row>, table: unknown): Edition<Row> {
  const { meta, rows } = Table.parse(table);
  return { ...meta, rows: rows.map((row, index) => readRow(form, row, index)) };
}

/** The edition that is applied on a day: the newest in effect; before the first of them, the first. */
export function editionOn<E extends { readonly effectiveFrom: CalendarDay }>(
  editions: readonly [E, ...E[]],
  day: CalendarDay,
): E {
  const sorted = editions.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
  return sorted.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? sorted[0] ?? editions[0];
}
