import { DemandId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { isReadable } from '../../domain/match/review.ts';
import type { Kept } from '../_adapters/dynamo/kept-rows.ts';
import { parseMatchRow } from '../_adapters/dynamo/match-rows.ts';
import type { Deps } from './deps.ts';

/**
 * Has a withdrawn listing go with all that was its: every version, what its contacts were told, and matches that the other
 * side never saw. False while something is still on its way: a match that has not ended yet, or the last version.
 */
export const eraseListing =
  ({ clock, erasing, kept, task }: Deps) =>
  async (listing: Listing): Promise<boolean> => {
    const { id, organizationId } = listing;
    const matches = (await Array.fromAsync(kept.matches(task, id))).map((row) => ({
      row,
      match: parseMatchRow(row.row),
    }));
    if (matches.some(({ match }) => match.status === 'open')) return false;
    const history = await Array.fromAsync(kept.listingHistory(task, id));
    if (!history.some(({ order }) => order.startsWith(`${listing.updatedAt}#`))) return false;
    const { data: demandId } = DemandId.safeParse(id);
    const deliveries: readonly Kept[] = demandId ? await Array.fromAsync(kept.deliveries(task, demandId)) : [];
    const unseen = matches.filter(({ match }) => !isReadable(match)).map(({ row }) => row);
    for (const rows of [deliveries, unseen, history]) await erasing.remove(task, organizationId, rows, clock());
    await erasing.removeListing(task, listing, matches.length - unseen.length, clock());
    return true;
  };
