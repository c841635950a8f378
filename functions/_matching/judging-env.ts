import { z } from 'zod';
import { OrganizationId } from '../../domain/ids.ts';
import { WeightsEditions } from '../../domain/matching/weights.ts';
import { IndexEnv } from './index-env.ts';

/** The variables of each Lambda that judges a listing against the other side. */
export const JudgingEnv = z.object({
  TIME_ZONE: z.string().min(1),
  MATCH_WEIGHTS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(WeightsEditions),
  USES_NEGATIVE_LISTS: z.enum(['true', 'false']).transform((text) => text === 'true'),
  LISTINGS_TABLE: z.string().min(1),
  ...IndexEnv.shape,
  /** How many rows of the index a warm Lambda keeps from one run to the next; 0 keeps none. */
  CANDIDATE_ROWS_KEPT: z.coerce.number().int().min(0).default(100_000),
  ORGANIZATIONS_TABLE: z.string().min(1),
  /** Organizations that try the zone out and are no enterprises, as a list in JSON. */
  CANARY_ORGANIZATIONS: z
    .string()
    .default('[]')
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(OrganizationId)),
});
