import * as z from 'zod';
import { line } from '../text.ts';
import { SecurityClass } from '../vocabulary/security-levels.ts';
import { type MappedGrade, mapNativeGrade } from '../vocabulary/security-schemes.ts';

/** A grade as the supplier's own scheme has it, such as grade 4 of JR/T 0197-2020; class and level follow from it. */
export const NativeGrade = z.strictObject({ scheme: line(80), grade: line(40) });
export type NativeGrade = z.infer<typeof NativeGrade>;

const Stated = z.object({
  securityClass: z.unknown().optional(),
  securityLevel: z.unknown().optional(),
  nativeGrade: z.unknown().optional(),
});
type Stated = z.infer<typeof Stated>;

type Wrong = {
  readonly path: readonly string[];
  readonly code: string;
  readonly input?: unknown;
  readonly facts?: object;
};

const grades = ['securityClass', 'securityLevel'] as const;

function wrongAgainst(stated: Stated, given: NativeGrade, mapped: MappedGrade): readonly Wrong[] {
  switch (mapped.kind) {
    case 'unknown-scheme':
      return [{ path: ['nativeGrade', 'scheme'], code: 'unknown-scheme', input: given.scheme }];
    case 'unknown-grade': {
      const facts = { scheme: mapped.scheme };
      return [{ path: ['nativeGrade', 'grade'], code: 'unknown-grade', input: given.grade, facts }];
    }
    case 'never-listed': {
      const facts = { securityClass: mapped.securityClass };
      return [{ path: ['nativeGrade', 'grade'], code: 'class-never-listed', input: given.grade, facts }];
    }
    case 'mapped':
      return grades
        .filter((name) => stated[name] !== undefined && stated[name] !== mapped[name])
        .map((name) => ({ path: [name], code: 'contradicts-grade', input: stated[name], facts: mapped }));
  }
}

function wrongGrade(stated: Stated): readonly Wrong[] {
  if (stated.nativeGrade === undefined) {
    return grades.filter((name) => stated[name] === undefined).map((name) => ({ path: [name], code: 'missing' }));
  }
  const { data: given } = NativeGrade.safeParse(stated.nativeGrade);
  return given ? wrongAgainst(stated, given, mapNativeGrade(given)) : [];
}

/** Refuses an offer without class and level, or whose own grade is not in the table, is never listed or says otherwise. */
export function refuseWrongGrade(offer: unknown, context: z.RefinementCtx): void {
  const stated = Stated.safeParse(offer).data;
  for (const { path, code, input, facts } of stated ? wrongGrade(stated) : []) {
    context.addIssue({ code: 'custom', path: [...path], input, params: { ...facts, code } });
  }
}

/** The class that an offer has, given or by its own grade; undefined where neither says. */
export function classOf(offer: unknown): SecurityClass | undefined {
  const stated = Stated.safeParse(offer).data;
  const { data: given } = NativeGrade.safeParse(stated?.nativeGrade);
  const mapped = given && mapNativeGrade(given);
  const { data: said } = SecurityClass.safeParse(stated?.securityClass);
  return said ?? (mapped?.kind === 'mapped' ? mapped.securityClass : undefined);
}

/** The offer with the class and level of its own grade, and the grade spelt as the table spells it. */
export function withMappedGrade<I extends { nativeGrade?: NativeGrade | undefined }>(offer: I) {
  const mapped = offer.nativeGrade && mapNativeGrade(offer.nativeGrade);
  if (mapped?.kind !== 'mapped') return offer;
  const { scheme, grade, securityClass, securityLevel } = mapped;
  return { ...offer, nativeGrade: { scheme, grade }, securityClass, securityLevel };
}
