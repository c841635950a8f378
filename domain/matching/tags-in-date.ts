import type { CarriedTag } from '../listing/parts.ts';
import type { CalendarDay } from '../time.ts';
import { withImplied } from '../vocabulary/compliance-tags.ts';

/** The tags that count on a day, with all that they imply. A certificate is valid through its last day. */
export function tagsInDate(tags: readonly CarriedTag[], today: CalendarDay): ReadonlySet<string> {
  return withImplied(
    tags.flatMap((carried) => {
      if (typeof carried === 'string') return [carried];
      return carried.validUntil === undefined || carried.validUntil >= today ? [carried.tag] : [];
    }),
  );
}
