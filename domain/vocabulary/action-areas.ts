import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import table from './data/data-elements-x.json' with { type: 'json' };

export const ActionArea = z.object({
  id: z.string(),
  ...Bilingual.shape,
  sections: z.array(z.string()),
  divisions: z.array(z.string()),
});
export type ActionArea = z.infer<typeof ActionArea>;

/** The twelve "Data Elements x" action areas (国数政策〔2023〕11号); the mapping to GB/T 4754 is editorial. */
export const actionAreas: readonly ActionArea[] = z.array(ActionArea).parse(table.rows);
