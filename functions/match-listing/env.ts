import { z } from 'zod';
import { Weights } from '../../domain/matching/weights.ts';

export const Env = z.object({
  TIME_ZONE: z.string().min(1),
  MATCH_WEIGHTS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Weights),
  LISTINGS_TABLE: z.string().min(1),
  CANDIDATES_TABLE: z.string().min(1),
  ORGANIZATIONS_TABLE: z.string().min(1),
  MATCHES_TABLE: z.string().min(1),
  DEAD_LETTER_QUEUE_URL: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
