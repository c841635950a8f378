import * as z from 'zod';
import { Bilingual } from '../../domain/vocabulary/bilingual.ts';

export const Env = z.object({
  ZONE_NAME: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Bilingual),
  TIME_ZONE: z.string().min(1),
  PUBLIC_BASE_URL: z.url(),
  /** Whether anybody is shown anything. */
  PUBLIC_PAGE: z.enum(['true', 'false']).transform((text) => text === 'true'),
  STATISTICS_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
