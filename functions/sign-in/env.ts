import * as z from 'zod';
import { Bilingual } from '../../domain/vocabulary/bilingual.ts';

export const Env = z.object({
  ZONE_NAME: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Bilingual),
  PUBLIC_BASE_URL: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  WEB_CLIENT_ID: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
