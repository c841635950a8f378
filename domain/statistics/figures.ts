import * as z from 'zod';
import { CalendarDay, Instant } from '../time.ts';

const count = z.int().min(0);
const counts = z.record(z.string(), count);
/** A sum that may be more than a JSON number holds exactly. */
const digits = z.string().regex(/^\d+$/);

const ListedFigures = z.strictObject({
  listed: count,
  organizations: count,
  byStatus: counts,
  /** By each division and section of GB/T 4754-2017 under which something is listed. */
  byDomain: counts,
  byLevel: counts,
});

const Came = z.strictObject({ registrations: count, firstListings: count, firstMatches: count });

/** What is told to the operator of a zone on a day: what there is at its end, and what came on it. */
export const Figures = z.strictObject({
  day: CalendarDay,
  takenAt: Instant,
  organizations: z.strictObject({ total: count, verified: count, byKind: counts }),
  offers: ListedFigures,
  demands: ListedFigures,
  volume: z.strictObject({ bytes: digits, offers: count }),
  matches: z.strictObject({
    open: count,
    undecided: count,
    found: count,
    demandsServed: count,
    demandsUnserved: count,
  }),
  /** What the best offer of each served demand costs, where that is a hard price: minor units. */
  value: z.array(z.strictObject({ currency: z.string(), amount: digits, demands: count })),
  /** From the later posting of both sides to the match, of the last `days` days; null where none was found. */
  wait: z.strictObject({ days: count, matches: count, p50Seconds: count, p95Seconds: count }).nullable(),
  onDay: z.strictObject({ ...Came.shape, offers: count, demands: count, matches: count }),
  /** Month by month, oldest first. */
  byMonth: z.array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), ...Came.shape })),
});
export type Figures = z.infer<typeof Figures>;
