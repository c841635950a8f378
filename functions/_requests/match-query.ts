import * as z from 'zod';
import { DemandId, OfferId } from '../../domain/ids.ts';
import { PageParameters } from '../_runtime/page-parameters.ts';

const minScore = z.coerce.number().min(0).max(100).default(0);

/** Which of one's own matches. */
export const MatchQuery = z.strictObject({
  ...PageParameters,
  minScore,
  role: z.enum(['buyer', 'supplier']).optional(),
  demand: DemandId.optional(),
  offer: OfferId.optional(),
});

/** Which matches that need, or needed, a person. */
export const ReviewQuery = z.strictObject({
  ...PageParameters,
  minScore,
  decision: z.enum(['clear', 'reject']).optional(),
});
