import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import table from './data/gbt4754-2017.json' with { type: 'json' };
import { capitalTerm } from './term.ts';

export const Industry = z.object({ code: z.string(), parent: z.string().nullable(), ...Bilingual.shape });
export type Industry = z.infer<typeof Industry>;

/** GB/T 4754-2017: 20 sections (`A` .. `T`) and 97 divisions (`01` .. `97`). */
export const industries: readonly Industry[] = z.array(Industry).parse(table.rows);

const byCode = new Map(industries.map((industry) => [industry.code, industry]));

/** A domain of data: the code of a section or of a division of GB/T 4754-2017. */
export const DomainCode = capitalTerm.refine((code) => byCode.has(code), { params: { code: 'unknown-domain' } });
export type DomainCode = z.infer<typeof DomainCode>;

/** The row of a code, or undefined where GB/T 4754-2017 has none. */
export function industry(code: string): Industry | undefined {
  return byCode.get(code);
}

/** The section that a code belongs to; a section belongs to itself. */
export function sectionOf(code: DomainCode): DomainCode {
  return byCode.get(code)?.parent ?? code;
}
