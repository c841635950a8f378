import { Instant } from '../../domain/time.ts';

/** The current moment, as the rules are given it. */
export type Clock = () => Instant;

export const systemClock: Clock = () => Instant.parse(new Date().toISOString());
