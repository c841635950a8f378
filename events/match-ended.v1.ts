import type * as z from 'zod';
import { envelope } from './envelope.ts';
import { MatchFacts } from './match-facts.ts';

/** A match that both sides could see no longer holds. */
export const MatchEndedV1 = envelope('match-ended.v1', MatchFacts);
export type MatchEndedV1 = z.infer<typeof MatchEndedV1>;
