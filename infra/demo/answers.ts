import * as z from 'zod';
import { DemandId, MatchId, OfferId } from '../../domain/ids.ts';
import { JudgedCriterion } from '../../domain/matching/judgement.ts';

/** One page of a list, as every list of the API answers. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullish() });

const criterion = z.object({
  ...JudgedCriterion.shape,
  sentence: z.object({ 'zh-CN': z.string(), en: z.string() }),
});

/** A match as the API shows it, as far as the demo reads it. */
export const ShownMatch = z.object({
  id: MatchId,
  outcome: z.enum(['matched', 'needs-review']),
  status: z.enum(['open', 'ended']),
  score: z.int(),
  offer: z.object({ id: OfferId }),
  demand: z.object({ id: DemandId }),
  criteria: z.array(criterion),
});
export type ShownMatch = z.infer<typeof ShownMatch>;
export type ShownCriterion = ShownMatch['criteria'][number];

/** RFC 9457. */
export const ProblemAnswer = z.object({
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** RFC 6749, 5.1. */
export const TokenAnswer = z.object({ access_token: z.string() });

/** A mail as the mailbox page lists it. */
export const Mail = z.object({ subject: z.string().default(''), to: z.array(z.object({ address: z.string() })) });
export type Mail = z.infer<typeof Mail>;
