import type { Rhythm } from './zone.ts';

/** Soon enough for a buyer who waits, late enough for what is posted together to come together. */
export const defaultRhythm: Rhythm = { collectSeconds: 300, matchesAMail: 20 };
