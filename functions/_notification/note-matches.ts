import { dueAt } from '../../domain/contact/rhythm.ts';
import type { Demand } from '../../domain/demand/demand.ts';
import type { DemandId, MatchId } from '../../domain/ids.ts';
import { isDemand } from '../../domain/listing/listing.ts';
import type { Delivery } from '../_adapters/dynamo/delivery-store.ts';
import { readFoundMatches } from './found-matches.ts';
import { mostLooks, readKnown, recordKnown, type Seen, sortKnown, TellingKeepsChanging } from './known-matches.ts';
import { type Recipient, readRecipients } from './recipients.ts';
import type { TellingDeps } from './telling-deps.ts';

/** What was noted: rows written, and whether somebody is to be told soon. */
type Noted = { readonly written: number; readonly isSoon: boolean };

/**
 * Notes what a demand's contacts are to be told of these matches, and when: that they were found, that they have ended.
 * What is to be told soon is told by a message that comes once the zone has collected for long enough.
 */
export const noteMatches = (deps: TellingDeps) => {
  const readFound = readFoundMatches(deps);
  const known = readKnown(deps);
  const record = recordKnown(deps);
  const recipientsOf = readRecipients(deps);

  const dueOf = ({ rhythm }: Recipient, { recipients: { mailHour } }: Seen): Delivery['due'] =>
    rhythm === 'off' ? undefined : { rhythm, at: dueAt(rhythm, deps.clock(), { ...deps, mailHour }) };

  async function noteFor(recipient: Recipient, seen: Seen): Promise<Noted> {
    const { demand, found, ids } = seen;
    const { digest } = recipient;
    const due = dueOf(recipient, seen);
    if (!due) return { written: 0, isSoon: false };
    const sorted = sortKnown(await known(demand, found, ids, digest));
    const news = demand.status === 'listed' ? sorted('news') : [];
    const written =
      (await record.follow(demand, digest, news, { state: 'due', due })) +
      (await record.follow(demand, digest, sorted('newly-ended'), { state: 'due-ended', due })) +
      (await record.follow(demand, digest, sorted('open-again'), { state: 'mailed' })) +
      (await record.follow(demand, digest, sorted('never-told'), { state: 'dropped' }));
    // What a run before this one noted, too: it may have ended before it said so.
    const waiting = [...sorted('kept'), ...sorted('ended')];
    const isSoon =
      (due.rhythm === 'instant' && news.length + sorted('newly-ended').length > 0) ||
      waiting.some(({ delivery }) => delivery?.due?.rhythm === 'instant');
    return { written, isSoon };
  }

  async function look(demand: Demand, ids: readonly MatchId[]): Promise<readonly Noted[]> {
    const recipients = await recipientsOf(demand);
    const found = new Map((await readFound(demand, ids)).map((match) => [match.matchId, match]));
    return Promise.all(recipients.all.map((recipient) => noteFor(recipient, { demand, found, ids, recipients })));
  }

  return async (demandId: DemandId, matchIds: readonly MatchId[]): Promise<void> => {
    const ids = [...new Set(matchIds)];
    let isSoon = false;
    for (let looks = 0; looks < mostLooks; looks++) {
      const demand = await deps.listings.get(deps.access, demandId);
      if (!demand || !isDemand(demand) || demand.status === 'withdrawn') return;
      const noted = await look(demand, ids);
      isSoon ||= noted.some((one) => one.isSoon);
      // A match may end between being read and being noted, and whoever notes its end then finds nobody who is to be told
      // of it. So nobody ends before a look, begun after the last write, finds nothing to write.
      if (noted.every(({ written }) => written === 0)) {
        if (isSoon) await deps.window.open(demandId);
        return;
      }
    }
    throw new TellingKeepsChanging(demandId);
  };
};
