import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import table from './data/security-levels.json' with { type: 'json' };
import { DeliveryMode } from './delivery-modes.ts';
import { type Edition, RuleRow, readableRow, readEdition } from './rule-row.ts';

/** Class of data by the Data Security Law, Art 21, and the secrets that stand outside it. */
export const SecurityClass = z.enum(['general', 'important', 'core', 'state-secret', 'work-secret']);
export type SecurityClass = z.infer<typeof SecurityClass>;

/** 1 public .. 5 important data or the top grade of a sector. Class and level are two facts: neither gives the other. */
export const SecurityLevel = z.int().min(1).max(5);
export type SecurityLevel = z.infer<typeof SecurityLevel>;

export const LevelRow = z.object({ level: SecurityLevel, ...Bilingual.shape });
export const securityLevels = z.array(LevelRow).parse(table.scale);

const Tradable = z.enum(['never', 'never-on-platform', 'special-approval', 'manual-approval', 'conditional', 'yes']);
const RuledClass = z.union([SecurityClass, z.literal('any')]);

const { allOf: _all, anyOf: _any, ...ruleRow } = RuleRow.shape;
const { allOf: _readAll, anyOf: _readAny, ...readable } = readableRow;

export const TradabilityRow = z.strictObject({
  ...ruleRow,
  id: z.string().default(''),
  source: z.string().default(''),
  securityClass: RuledClass,
  /** Left open: every level. */
  scale: SecurityLevel.nullable(),
  tradable: Tradable,
  requireAllOf: z.array(z.string()).default([]),
  /** How such data may reach a buyer; left out: any way. */
  deliveryAllowed: z.array(DeliveryMode).optional(),
  basis: z.string(),
});
export type TradabilityRow = z.infer<typeof TradabilityRow>;

const rest = z.object({
  ...readable,
  securityClass: RuledClass.catch('any'),
  scale: SecurityLevel.nullable().catch(null),
  tradable: Tradable.catch('special-approval'),
  requireAllOf: z.array(z.string()).catch([]),
  deliveryAllowed: z.array(DeliveryMode).optional().catch(undefined),
  basis: z.string().catch(''),
});

const Table = z.object({ meta: z.unknown(), tradability: z.array(z.unknown()) });

/** Reads an issue of the tradability table. Throws a ZodError where it is none. */
export function readTradability(given: unknown): Edition<TradabilityRow> {
  const { meta, tradability: rows } = Table.parse(given);
  const form = { table: 'tradability', whole: TradabilityRow, rest, tagsOf: (row: TradabilityRow) => row.requireAllOf };
  const edition = readEdition(form, { meta, rows });
  const idOf = ({ securityClass, scale }: TradabilityRow): string =>
    `tradability-${securityClass}${scale === null ? '' : `-${scale}`}`;
  return { ...edition, rows: edition.rows.map((row) => ({ ...row, id: idOf(row) })) };
}

/** What may be traded (Data Security Law Art 21, 30, 33; NDSMR Art 12, 29-33, 63). */
export const tradabilityEditions: readonly [Edition<TradabilityRow>, ...Edition<TradabilityRow>[]] = [
  readTradability(table),
];

/** What an issue of the table says of data of a class and level; undefined where it has no row. */
export function tradabilityOf(
  { rows }: Edition<TradabilityRow>,
  securityClass: SecurityClass,
  level: SecurityLevel,
): TradabilityRow | undefined {
  return rows.find(
    (row) =>
      (row.securityClass === securityClass || row.securityClass === 'any') &&
      (row.scale === null || row.scale === level),
  );
}

/**
 * How data of a class and level may be delivered; undefined: in any way. What a lower level of the class does not allow, no
 * higher one does: a row that names no ways (level 5 of general data, a rule of this service) sets no data free.
 */
export function deliveryAllowedFor(
  { rows }: Edition<TradabilityRow>,
  securityClass: SecurityClass,
  level: SecurityLevel,
): readonly DeliveryMode[] | undefined {
  const limits = rows
    .filter((row) => row.securityClass === securityClass && row.scale !== null && row.scale <= level)
    .flatMap(({ deliveryAllowed }) => (deliveryAllowed ? [deliveryAllowed] : []));
  if (limits.length === 0) return undefined;
  return DeliveryMode.options.filter((mode) => limits.every((allowed) => allowed.includes(mode)));
}

const isNever = (row: TradabilityRow): boolean => row.tradable === 'never' || row.tradable === 'never-on-platform';

/** The row that keeps a class from being listed, of any issue; undefined for a class that may be. */
export function neverListedRow(securityClass: SecurityClass): TradabilityRow | undefined {
  return tradabilityEditions
    .flatMap(({ rows }) => rows)
    .find((row) => row.securityClass === securityClass && row.scale === null && isNever(row));
}

/** Core data and secrets are never listed: Data Security Law Art 21; NDSMR Art 63. */
export function isNeverListed(securityClass: SecurityClass): boolean {
  return neverListedRow(securityClass) !== undefined;
}
