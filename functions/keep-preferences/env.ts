import * as z from 'zod';
import { Bilingual } from '../../domain/vocabulary/bilingual.ts';

export const Env = z.object({
  ZONE_NAME: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Bilingual),
  ORGANIZATIONS_TABLE: z.string().min(1),
  INVITATIONS_TABLE: z.string().min(1),
  PREFERENCES_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
