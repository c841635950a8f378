import type { ListingId } from '../../domain/ids.ts';
import { isFirstDayOfEdition } from '../../domain/rulebook/rulebook.ts';
import { type CalendarDay, dayIn, daysAfter } from '../../domain/time.ts';
import type { Recheck } from '../_adapters/dynamo/recheck-store.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { listedDemands } from '../_matching/listed-demands.ts';
import { anyVersionOf, requestAnew } from '../_matching/match-requests.ts';
import type { Deps } from './deps.ts';

/** How far back a run looks: what runs that failed, or did not happen, have left. */
const daysLookedBack = 14;

export type Rechecked = { readonly listings: number; readonly parties: number; readonly becauseOfRules: number };

/**
 * Has judged anew what the calendar changes: pairs whose certificates have ended, and every pair on the first day of an
 * issue of the rule tables or of the zone's weights. Throws MessagesNotTaken; a further run goes on where it stopped.
 */
export const recheckListings = (deps: Omit<Deps, 'logger'>) => {
  const send = sendingAll(deps.sendOverflow);
  const sendSweep = sendingAll(deps.sendSweeps);

  async function listingsOf(recheck: Recheck): Promise<readonly { id: ListingId; version: number }[]> {
    if (recheck.kind === 'listing') return [anyVersionOf(recheck.id)];
    return Array.fromAsync(deps.listings.listedOf(deps.access, recheck.id), ({ id, version }) => ({ id, version }));
  }

  async function recheckDay(day: CalendarDay) {
    const done = { listing: 0, party: 0 };
    const occasion = { zone: deps.zone, time: deps.clock(), occasion: `day.${day}` };
    for await (const recheck of deps.rechecks.of(deps.access, day)) {
      const listings = await listingsOf(recheck);
      await send(listings.map((listing) => requestAnew(listing, 'evidence-ended', occasion)));
      await deps.rechecks.remove(deps.access, recheck);
      done[recheck.kind] += 1;
    }
    return done;
  }

  const rulesBegin = (day: CalendarDay): boolean =>
    isFirstDayOfEdition(day) || deps.weights.some(({ effectiveFrom }) => effectiveFrom === day);

  /** Each pair has one demand: judging every demand anew judges every pair. */
  async function recheckAll(day: CalendarDay): Promise<number> {
    if (!rulesBegin(day) || (await deps.rechecks.isDoneForRules(deps.access, day))) return 0;
    const occasion = { zone: deps.zone, time: deps.clock(), occasion: `rules.${day}` };
    let asked = 0;
    for await (const ids of listedDemands(deps.access, deps.candidates)) {
      await sendSweep(ids.map((id) => requestAnew(anyVersionOf(id), 'rules-changed', occasion)));
      asked += ids.length;
    }
    await deps.rechecks.markDoneForRules(deps.access, day);
    return asked;
  }

  return async (): Promise<Rechecked> => {
    const today = dayIn(deps.timeZone, deps.clock());
    let [listings, parties, becauseOfRules] = [0, 0, 0];
    for (let back = daysLookedBack; back >= 0; back--) {
      const day = daysAfter(today, -back);
      const done = await recheckDay(day);
      listings += done.listing;
      parties += done.party;
      becauseOfRules += await recheckAll(day);
    }
    return { listings, parties, becauseOfRules };
  };
};
