import * as z from 'zod';
import type { Bilingual } from '../../vocabulary/bilingual.ts';

/** What a fact of a reason may be. */
export const FactValue = z.union([z.string(), z.number(), z.array(z.string())]);
export type FactValue = z.infer<typeof FactValue>;

type FactShape = Readonly<Record<string, z.ZodType<FactValue>>>;

/** One row of the table of reasons: the facts that it takes, and its sentence where stored facts are such. */
type ReasonEntry<F> = {
  readonly facts: z.ZodType<F>;
  readonly render: (stored: unknown) => Bilingual | undefined;
};

/** Makes a row from the shape of its facts and its sentence in both languages. */
export function entry<S extends FactShape>(
  shape: S,
  say: (facts: z.infer<z.ZodObject<S>>) => Bilingual,
): ReasonEntry<z.infer<z.ZodObject<S>>> {
  const facts = z.strictObject(shape);
  return {
    facts,
    render: (stored) => {
      const read = facts.safeParse(stored);
      return read.success ? say(read.data) : undefined;
    },
  };
}
