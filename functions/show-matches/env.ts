import * as z from 'zod';
import { Bilingual } from '../../domain/vocabulary/bilingual.ts';

export const Env = z.object({
  ZONE_NAME: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Bilingual),
  PUBLIC_BASE_URL: z.url(),
  MATCHES_TABLE: z.string().min(1),
  TIME_ZONE: z.string().min(1),
  LISTINGS_TABLE: z.string().min(1),
  ORGANIZATIONS_TABLE: z.string().min(1),
  DELIVERIES_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
