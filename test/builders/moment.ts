import { CalendarDay, Instant } from '../../domain/time.ts';

/** The moment at which every fixture is judged, and its day in Asia/Shanghai. */
export const now = Instant.parse('2026-11-23T08:00:00.000Z');
export const today = CalendarDay.parse('2026-11-23');

/** Moments around it: when the fixtures were posted, and until when they are valid. */
export const posted = Instant.parse('2026-11-01T00:00:00.000Z');
export const validUntil = Instant.parse('2027-11-01T00:00:00.000Z');
