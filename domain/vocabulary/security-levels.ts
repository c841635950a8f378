import { z } from 'zod';
import { Bilingual } from './bilingual.ts';
import table from './data/security-levels.json' with { type: 'json' };
import { DeliveryMode } from './delivery-modes.ts';

/** Class of data by the Data Security Law, Art 21, and the secrets that stand outside it. */
export const SecurityClass = z.enum(['general', 'important', 'core', 'state-secret', 'work-secret']);
export type SecurityClass = z.infer<typeof SecurityClass>;

/** 1 public .. 5 important data or the top grade of a sector. Class and level are two facts: neither gives the other. */
export const SecurityLevel = z.int().min(1).max(5);
export type SecurityLevel = z.infer<typeof SecurityLevel>;

const LevelRow = z.object({ level: SecurityLevel, ...Bilingual.shape });
export const securityLevels = z.array(LevelRow).parse(table.scale);

const TradabilityRow = z.object({
  securityClass: SecurityClass,
  scale: SecurityLevel.nullable(),
  tradable: z.enum(['never', 'never-on-platform', 'special-approval', 'manual-approval', 'conditional', 'yes']),
  requireAllOf: z.array(z.string()).default([]),
  /** How such data may reach a buyer; left out: any way. */
  deliveryAllowed: z.array(DeliveryMode).optional(),
  basis: z.string(),
  /** The basis in words that a reason can quote. */
  citation: Bilingual,
  verification: z.enum(['verified', 'general-knowledge']),
});
export type TradabilityRow = z.infer<typeof TradabilityRow>;

export const tradability: readonly TradabilityRow[] = z.array(TradabilityRow).parse(table.tradability);

/** What may be done with data of a class and level; undefined where the table has no row. */
export function tradabilityOf(securityClass: SecurityClass, level: SecurityLevel): TradabilityRow | undefined {
  return tradability.find((row) => row.securityClass === securityClass && (row.scale === null || row.scale === level));
}

/** Core data and secrets are never listed: Data Security Law Art 21; NDSMR Art 63. */
export function isNeverListed(securityClass: SecurityClass): boolean {
  return tradability.some(
    (row) => row.securityClass === securityClass && (row.tradable === 'never' || row.tradable === 'never-on-platform'),
  );
}
