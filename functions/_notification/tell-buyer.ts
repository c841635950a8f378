import pMap from 'p-map';
import { dueAt } from '../../domain/contact/rhythm.ts';
import type { Demand } from '../../domain/demand/demand.ts';
import type { DemandId, MatchId } from '../../domain/ids.ts';
import { isDemand } from '../../domain/listing/listing.ts';
import { secondsAfter } from '../../domain/time.ts';
import type { Delivery } from '../_adapters/dynamo/delivery-store.ts';
import { readFoundMatches } from './found-matches.ts';
import { mostLooks, readKnown, recordKnown, type Seen, sortKnown, TellingKeepsChanging } from './known-matches.ts';
import { type Done, mailDue, nothing } from './mail-due.ts';
import { type Recipient, type Recipients, readRecipients } from './recipients.ts';
import type { TellingDeps } from './telling-deps.ts';

type Told = { readonly mails: number };

/** Of a demand that is listed no more nobody is told. */
const nobody: Recipients = { all: [], mailHour: { hour: 0, timeZone: 'UTC' } };

/** How many rows are written at a time. */
const writesAtOnce = 16;

/** How long after its time a mail is soon tried again, in seconds; from then on the run of what is due tells it. */
const soonSeconds = 60;

/**
 * Tells a demand's buyer what is due: one mail a contact, with every match that was found for it since its last one, and
 * those it was told of that have ended since. The mail goes first and the record of it second: after a crash between the
 * two the mail comes once more, with the same Message-ID, rather than never. A contact that had its share of the day's
 * mails is told of the rest by the daily mail.
 */
export const tellBuyer = (deps: TellingDeps) => {
  const readFound = readFoundMatches(deps);
  const known = readKnown(deps);
  const record = recordKnown(deps);
  const recipientsOf = readRecipients(deps);
  const mailWhatIsDue = mailDue(deps);

  /** Notes what has changed since it was noted, and tells what is due. */
  async function tellContact(recipient: Recipient, seen: Seen): Promise<Done> {
    const { demand, found, ids, recipients } = seen;
    const { digest, rhythm } = recipient;
    if (rhythm === 'off') return nothing;
    const sorted = sortKnown(await known(demand, found, ids, digest));
    const due: Delivery['due'] = {
      rhythm,
      at: dueAt(rhythm, deps.clock(), { ...deps, mailHour: recipients.mailHour }),
    };
    const noted =
      (await record.follow(demand, digest, sorted('newly-ended'), { state: 'due-ended', due })) +
      (await record.follow(demand, digest, sorted('open-again'), { state: 'mailed' })) +
      (await record.follow(demand, digest, sorted('never-told'), { state: 'dropped' }));
    if (noted > 0) return { mails: 0, written: noted };
    // What its supplier has revised since stays due, until the new text was judged.
    const kept = sorted('kept').filter((one) => one.found?.isAsJudged);
    return mailWhatIsDue(recipient, seen, [...kept, ...sorted('ended')]);
  }

  /** Nobody waits any more for what was noted for a contact that is no recipient now. */
  async function dropOthers(demand: Demand, due: readonly Delivery[], recipients: Recipients): Promise<number> {
    const reached = new Set(recipients.all.flatMap(({ digest, rhythm }) => (rhythm === 'off' ? [] : [digest])));
    const others = due.filter(({ contact }) => !reached.has(contact));
    await pMap(
      others,
      (delivery) => {
        const { matchId, contact } = delivery;
        return record.follow(demand, contact, [{ matchId, delivery }], { state: 'dropped' });
      },
      { concurrency: writesAtOnce },
    );
    return others.length;
  }

  /** Looks at what is due of a demand, and at what was told in this run; answers what it did, and of which matches. */
  async function look(demand: Demand, told: readonly MatchId[]) {
    const due = await deps.deliveries.dueOf(deps.access, demand.id);
    const recipients = demand.status === 'listed' ? await recipientsOf(demand) : nobody;
    const ids = [...new Set([...due.map(({ matchId }) => matchId), ...told])];
    const found = new Map((await readFound(demand, ids)).map((match) => [match.matchId, match]));
    const done = await Promise.allSettled(
      recipients.all.map((recipient) => tellContact(recipient, { demand, found, ids, recipients })),
    );
    // One contact's failing mail server must not keep the others from their mail; then the whole is tried again.
    for (const one of done) if (one.status === 'rejected') throw one.reason;
    const all = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const dropped = await dropOthers(demand, due, recipients);
    return {
      ids,
      mails: all.reduce((sum, one) => sum + one.mails, 0),
      written: all.reduce((sum, one) => sum + one.written, dropped),
    };
  }

  /** Undefined where nobody is to be told now, and what is due stays so. */
  async function tell(demandId: DemandId): Promise<Told | undefined> {
    let mails = 0;
    let told: readonly MatchId[] = [];
    for (let looks = 0; looks < mostLooks; looks++) {
      const demand = await deps.listings.get(deps.access, demandId);
      // What is due of a suspended demand is told once that is over.
      if (!demand || !isDemand(demand) || demand.status === 'suspended') return undefined;
      const seen = await look(demand, told);
      mails += seen.mails;
      told = seen.ids;
      if (seen.written === 0) return { mails };
    }
    throw new TellingKeepsChanging(demandId);
  }

  /** `token` names the run, or the message that it is for; `elsewhere` where another one is at it. */
  return async (demandId: DemandId, token: string): Promise<Told | 'elsewhere'> => {
    if (!(await deps.window.enter(demandId, token))) return 'elsewhere';
    const told = await tell(demandId);
    await deps.window.leave(demandId, token);
    if (!told) return { mails: 0 };
    // What was noted while this run was at it found the window taken.
    const left = await deps.deliveries.dueOf(deps.access, demandId);
    const earliest = secondsAfter(deps.clock(), -soonSeconds);
    if (left.some(({ due }) => due?.rhythm === 'instant' && due.at > earliest)) await deps.window.open(demandId);
    return told;
  };
};
