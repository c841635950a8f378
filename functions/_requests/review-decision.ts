import * as z from 'zod';
import { Review } from '../../domain/match/match.ts';

/** What the operator says of a match that needs a person. */
export const ReviewDecision = z.strictObject(Review.pick({ decision: true, note: true }).shape);
