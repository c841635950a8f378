import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import table from './data/dcat-themes.json' with { type: 'json' };
import { DomainCode } from './industries.ts';

export const DcatTheme = z.object({
  code: z.string(),
  uri: z.url(),
  ...Bilingual.shape,
  /** Sections of GB/T 4754 that a theme is at home in. */
  sections: z.array(DomainCode),
  /** Divisions that it covers, also outside those sections. */
  divisions: z.array(DomainCode),
  /** `OP_DATPRO` marks provisional data and is about no subject: accepted in catalogues, never matched on. */
  subject: z.boolean(),
});
export type DcatTheme = z.infer<typeof DcatTheme>;

/** The data themes of DCAT-AP (EU Publications Office); there is no official crosswalk, the mapping to GB/T 4754 is editorial. */
export const dcatThemes: readonly DcatTheme[] = z.array(DcatTheme).parse(table.rows);
