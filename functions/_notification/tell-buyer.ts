import pMap from 'p-map';
import type { Demand } from '../../domain/demand/demand.ts';
import type { DemandId, MatchId } from '../../domain/ids.ts';
import { isDemand } from '../../domain/listing/listing.ts';
import type { Contact } from '../../domain/organization/organization.ts';
import type { Delivery } from '../_adapters/dynamo/delivery-store.ts';
import { renderMatchMail } from '../_mail/match-mail.ts';
import type { FoundMatch } from '../_mail/match-mail-input.ts';
import { contactDigest, mailIdOf } from '../_runtime/ids.ts';
import { readFoundMatches } from './found-matches.ts';
import type { TellingDeps } from './telling-deps.ts';

/** How many rows are read or written at a time. */
const callsAtOnce = 16;

/** Whether this run is the daily one, which also tells what was kept for it. */
export type Occasion = 'found' | 'daily';

/** What became of one contact: mails sent (0 or 1), and of how many matches it was told, kept for the day, or refused. */
export type Told = { readonly mails: number; readonly matches: number };

/**
 * Tells a demand's buyer of matches: one mail a confirmed contact, with every match that it was not told of before. The
 * mail goes first and the record of it second: after a crash between the two the mail comes once more, with the same
 * Message-ID, rather than never. A contact that had its share of the day's mails is told of the rest by the daily mail.
 */
export const tellBuyer = (deps: TellingDeps) => {
  const readFound = readFoundMatches(deps);

  async function record(demand: Demand, found: readonly FoundMatch[], contact: string, state: Delivery['state']) {
    const at = deps.clock();
    await pMap(found, ({ matchId }) => deps.deliveries.put({ demandId: demand.id, matchId, contact, state, at }), {
      concurrency: callsAtOnce,
    });
  }

  async function untold(demand: Demand, found: readonly FoundMatch[], contact: string, occasion: Occasion) {
    const known = await pMap(found, ({ matchId }) => deps.deliveries.get(demand.id, matchId, contact), {
      concurrency: callsAtOnce,
    });
    return found.filter((_, index) => {
      const state = known[index]?.state;
      return state === undefined || (occasion === 'daily' && state === 'due-daily');
    });
  }

  async function mail(demand: Demand, found: readonly FoundMatch[], contact: Contact): Promise<Told> {
    const { publicBaseUrl, zone } = deps;
    const demandShown = { id: demand.id, title: demand.title };
    const rendered = renderMatchMail({
      locale: contact.locale,
      zone,
      demand: demandShown,
      matches: found,
      publicBaseUrl,
    });
    const digest = contactDigest(contact.email);
    const messageId = mailIdOf([digest, ...found.map(({ matchId }) => matchId)], new URL(publicBaseUrl).hostname);
    await deps.pace();
    const sent = await deps.mailer.send({ to: contact.email, messageId, ...rendered });
    const about = { demandId: demand.id, contact: digest, matches: found.length };
    if (sent.outcome === 'accepted') {
      await record(demand, found, digest, 'mailed');
      deps.logger.info('buyer mailed', about);
      return { mails: 1, matches: found.length };
    }
    await record(demand, found, digest, 'refused');
    deps.logger.error('mail refused', { ...about, reason: sent.reason });
    return { mails: 0, matches: found.length };
  }

  async function mailAtOnce(demand: Demand, found: readonly FoundMatch[], contact: Contact): Promise<Told> {
    const told = await mail(demand, found, contact);
    if (told.mails > 0) await deps.allowance.use(contactDigest(contact.email));
    return told;
  }

  async function tellContact(demand: Demand, found: readonly FoundMatch[], contact: Contact, occasion: Occasion) {
    const digest = contactDigest(contact.email);
    const news = await untold(demand, found, digest, occasion);
    if (news.length === 0) return { mails: 0, matches: 0 };
    if (occasion === 'daily') return mail(demand, news, contact);
    if (demand.notify.mode === 'instant') {
      if (!(await deps.allowance.isUsedUp(digest))) return mailAtOnce(demand, news, contact);
      deps.logger.info('mail kept for the day', { demandId: demand.id, contact: digest, matches: news.length });
    }
    await record(demand, news, digest, 'due-daily');
    return { mails: 0, matches: news.length };
  }

  return async (demandId: DemandId, matchIds: Iterable<MatchId>, occasion: Occasion): Promise<readonly Told[]> => {
    const demand = await deps.listings.get(demandId);
    if (!demand || !isDemand(demand) || demand.status !== 'listed' || demand.notify.mode === 'off') return [];
    const buyer = await deps.organizations.get(demand.organizationId);
    const contacts = buyer?.contacts.filter((contact) => contact.confirmed) ?? [];
    if (contacts.length === 0) deps.logger.warn('buyer has no confirmed contact', { demandId });
    const found = await readFound(demand, matchIds);
    const told = await Promise.allSettled(contacts.map((contact) => tellContact(demand, found, contact, occasion)));
    // One contact's failing mail server must not keep the others from their mail; then the whole is tried again.
    for (const one of told) if (one.status === 'rejected') throw one.reason;
    return told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  };
};
