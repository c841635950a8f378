import type * as z from 'zod';
import { envelope } from './envelope.ts';
import { MatchFacts } from './match-facts.ts';

/** A pair waits for a person: the operator must clear or reject it before anyone is told. */
export const ReviewRequestedV1 = envelope('review-requested.v1', MatchFacts);
export type ReviewRequestedV1 = z.infer<typeof ReviewRequestedV1>;
