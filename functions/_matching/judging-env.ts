import { z } from 'zod';
import { WeightsEditions } from '../../domain/matching/weights.ts';

/** The variables of each Lambda that judges a listing against the other side. */
export const JudgingEnv = z.object({
  TIME_ZONE: z.string().min(1),
  MATCH_WEIGHTS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(WeightsEditions),
  USES_NEGATIVE_LISTS: z.enum(['true', 'false']).transform((text) => text === 'true'),
  LISTINGS_TABLE: z.string().min(1),
  CANDIDATES_TABLE: z.string().min(1),
  ORGANIZATIONS_TABLE: z.string().min(1),
});
