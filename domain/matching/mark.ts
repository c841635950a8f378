import * as z from 'zod';
import { ListingId } from '../ids.ts';
import type { Shortlist, Shortlisted } from './shortlist.ts';

/** How far a shortlist has been worked through, in its own order: behind this pair of this list, `near` behind `open`. */
export const Mark = z.strictObject({
  list: z.enum(['open', 'near']),
  most: z.number().min(0).max(100),
  id: ListingId,
});
export type Mark = Readonly<z.infer<typeof Mark>>;

const behind = (list: readonly Shortlisted[], { most, id }: Mark): readonly Shortlisted[] =>
  list.filter((one) => one.most < most || (one.most === most && one.id > id));

/** What of a shortlist stands behind a mark; all of it where there is none. */
export function behindMark({ open, near }: Shortlist, mark: Mark | undefined): Shortlist {
  if (mark === undefined) return { open, near };
  return mark.list === 'open' ? { open: behind(open, mark), near } : { open: [], near: behind(near, mark) };
}
