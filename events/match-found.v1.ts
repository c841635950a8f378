import type * as z from 'zod';
import { envelope } from './envelope.ts';
import { MatchFacts } from './match-facts.ts';

/** A pair became a match that both sides may see. */
export const MatchFoundV1 = envelope('match-found.v1', MatchFacts);
export type MatchFoundV1 = z.infer<typeof MatchFoundV1>;
