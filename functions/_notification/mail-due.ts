import { dueAt } from '../../domain/contact/rhythm.ts';
import type { Demand } from '../../domain/demand/demand.ts';
import { secondsAfter } from '../../domain/time.ts';
import type { Delivery } from '../_adapters/dynamo/delivery-store.ts';
import { type Known, recordKnown, type Seen, sortKnown } from './known-matches.ts';
import type { Recipient, Recipients } from './recipients.ts';
import { sendMatchMail } from './send-match-mail.ts';
import type { TellingDeps } from './telling-deps.ts';

/** What became of a demand's contacts together: mails sent, and rows written of what they know. */
export type Done = { readonly mails: number; readonly written: number };
export const nothing: Done = { mails: 0, written: 0 };

/** The clocks of two machines differ a little: what is due within this time is due. */
const slackSeconds = 1;

/**
 * Mails one contact what is due of a demand, and records it: one mail. What the contact had its share of the day for waits for
 * the mail of the day, or of the next.
 */
export const mailDue = (deps: TellingDeps) => {
  const record = recordKnown(deps);
  const send = sendMatchMail(deps);

  /** A mail that is refused for what it is, or for today, is tried once more, with the day's mail. */
  async function mail(
    demand: Demand,
    recipient: Recipient,
    ones: readonly Known[],
    recipients: Recipients,
  ): Promise<Done> {
    const sorted = sortKnown(ones);
    const [news, ended] = [sorted('kept'), sorted('ended')];
    const { digest } = recipient;
    const outcome = await send(demand, recipient, news, ended);
    if (outcome === 'accepted') {
      const written =
        (await record.done(demand, digest, news, { state: 'mailed' })) +
        (await record.done(demand, digest, ended, { state: 'ended' }));
      return { mails: 1, written };
    }
    const again = outcome === 'mail-refused' ? ones.filter(({ delivery }) => delivery?.due?.rhythm === 'instant') : [];
    const never = ones.filter((one) => !again.includes(one));
    const written =
      (await keepForTheDay(demand, digest, again, recipients)) +
      (await record.done(demand, digest, never, { state: 'refused' }));
    return { mails: 0, written };
  }

  async function keepForTheDay(demand: Demand, contact: string, ones: readonly Known[], { mailHour }: Recipients) {
    const due: Delivery['due'] = { rhythm: 'daily', at: dueAt('daily', deps.clock(), { ...deps, mailHour }) };
    const sorted = sortKnown(ones);
    return (
      (await record.follow(demand, contact, sorted('kept'), { state: 'due', due })) +
      (await record.follow(demand, contact, sorted('ended'), { state: 'due-ended', due }))
    );
  }

  /** Mails what is due, unless the contact had its share of the day: then the day's mail tells it, today's or the next. */
  return async (recipient: Recipient, { demand, recipients }: Seen, ready: readonly Known[]): Promise<Done> => {
    const now = deps.clock();
    const isDueBy = (seconds: number) => {
      const moment = secondsAfter(now, seconds);
      return ({ delivery }: Known): boolean => delivery?.due !== undefined && delivery.due.at <= moment;
    };
    const due = ready.filter(isDueBy(slackSeconds));
    if (due.length === 0) return nothing;
    const { digest } = recipient;
    const isDaily = due.some(({ delivery }) => delivery?.due?.rhythm === 'daily');
    if (!isDaily && recipient.rhythm === 'daily') {
      // Its owner has asked for one mail a day since this was noted.
      return { mails: 0, written: await keepForTheDay(demand, digest, ready, recipients) };
    }
    const allowance = deps.allowances[isDaily ? 'daily' : 'instant'];
    if (await allowance.isUsedUp(digest)) {
      deps.logger.info('mail kept for the day', { demandId: demand.id, contact: digest, matches: due.length });
      return { mails: 0, written: await keepForTheDay(demand, digest, ready, recipients) };
    }
    // What would have its own mail in a moment comes with this one.
    const done = await mail(demand, recipient, ready.filter(isDueBy(deps.collectSeconds + slackSeconds)), recipients);
    if (done.mails > 0) await allowance.use(digest);
    return done;
  };
};
