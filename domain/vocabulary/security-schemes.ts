import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import table from './data/security-schemes.json' with { type: 'json' };
import { SecurityClass, SecurityLevel } from './security-levels.ts';

const GradeRow = z.object({
  native: z.string(),
  ...Bilingual.shape,
  /** Null: data of this grade is never listed, and so has no level. */
  scale: SecurityLevel.nullable(),
  securityClass: SecurityClass,
  note: z.string().optional(),
});

export const SchemeRow = z.object({
  id: z.string(),
  /** The standard's own number and title. */
  title: z.string(),
  effective: z.string().optional(),
  sector: z.string(),
  levels: z.array(GradeRow),
  source: z.string(),
  verification: z.enum(['verified', 'general-knowledge']),
  /** What of a verified row was not read anywhere. */
  fromGeneralKnowledge: z.string().optional(),
  urls: z.array(z.string()),
});
export type SchemeRow = z.infer<typeof SchemeRow>;

/** The grading schemes that a supplier may name a grade of, in the order of the table. */
export const securitySchemes: readonly SchemeRow[] = z.array(SchemeRow).parse(table.schemes);

/** The day on which the facts of the schemes were put together. */
export const securitySchemesAsOf = z.iso.date().parse(table.meta.asOf);

/** What the table says of a grade; `scheme` and `grade` are spelt as it spells them. */
export type MappedGrade =
  | {
      readonly kind: 'mapped';
      readonly scheme: string;
      readonly grade: string;
      readonly securityClass: SecurityClass;
      readonly securityLevel: SecurityLevel;
    }
  | {
      readonly kind: 'never-listed';
      readonly scheme: string;
      readonly grade: string;
      readonly securityClass: SecurityClass;
    }
  | { readonly kind: 'unknown-scheme' }
  | { readonly kind: 'unknown-grade'; readonly scheme: string };

// Full-width digits and letters are what a Chinese keyboard writes; they mean the same (Unicode UAX #15, NFKC).
const term = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const sameTerm = (one: string, other: string): boolean => term(one) === term(other);

/** The scheme of an id, whatever its case and width. */
export function securityScheme(id: string): SchemeRow | undefined {
  return securitySchemes.find((scheme) => sameTerm(scheme.id, id));
}

/**
 * The class and level that a grade of a scheme stands for. Nothing is guessed: a scheme or grade that is not in the
 * table has neither (the level of an unknown scheme is asked for, never assumed).
 */
export function mapNativeGrade(native: { readonly scheme: string; readonly grade: string }): MappedGrade {
  const scheme = securityScheme(native.scheme);
  if (!scheme) return { kind: 'unknown-scheme' };
  const row = scheme.levels.find((candidate) => sameTerm(candidate.native, native.grade));
  if (!row) return { kind: 'unknown-grade', scheme: scheme.id };
  const named = { scheme: scheme.id, grade: row.native, securityClass: row.securityClass };
  return row.scale === null
    ? { kind: 'never-listed', ...named }
    : { kind: 'mapped', ...named, securityLevel: row.scale };
}
