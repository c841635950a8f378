import pMap from 'p-map';
import type { Demand } from '../../domain/demand/demand.ts';
import type { DemandId, MatchId } from '../../domain/ids.ts';
import { isDemand } from '../../domain/listing/listing.ts';
import { type Telling, tellingOf } from '../../domain/match/telling.ts';
import type { Contact } from '../../domain/organization/organization.ts';
import type { Delivery } from '../_adapters/dynamo/delivery-store.ts';
import { demandMatchesLink, matchLink } from '../_mail/mail-links.ts';
import { renderMatchMail } from '../_mail/match-mail.ts';
import { contactDigest, mailIdOf } from '../_runtime/ids.ts';
import { readFoundMatches, type ToldMatch } from './found-matches.ts';
import type { TellingDeps } from './telling-deps.ts';

/** How many rows are read or written at a time. */
const callsAtOnce = 16;

/** How often one demand is looked at in one run: until there is nothing more to write, which is twice as a rule. */
const mostLooks = 4;

/** How many matches stand in one mail. */
const mostShown = 20;

/** Whether this run is the daily one, which also tells what was kept for it. */
export type Occasion = 'at-once' | 'daily';

/** What became of a demand's contacts together: mails sent, and rows written of what they know. */
type Done = { readonly mails: number; readonly written: number };
const nothing: Done = { mails: 0, written: 0 };

type Told = { readonly mails: number };

/** A match that a contact is, was, or is to be told of. */
type Known = {
  readonly matchId: MatchId;
  readonly found?: ToldMatch | undefined;
  readonly delivery?: Delivery | undefined;
};
type Sorted = (telling: Telling) => readonly Known[];

/** What contacts know of a demand's matches kept changing while they were told: the notice will come again. */
class TellingKeepsChanging extends Error {
  override readonly name = 'TellingKeepsChanging';
  constructor(demandId: DemandId) {
    super(`the matches of ${demandId} kept changing while their buyer was told`);
  }
}

const isTold = ({ status, notify }: Demand): boolean => status === 'listed' && notify.mode !== 'off';

/**
 * Tells a demand's buyer of matches: one mail a confirmed contact, with every match that it was not told of before, and
 * those it was told of that have ended since. Endings alone wait for the daily mail. The mail goes first and the record of
 * it second: after a crash between the two the mail comes once more, with the same Message-ID, rather than never. A contact
 * that had its share of the day's mails is told of the rest by the daily mail.
 */
export const tellBuyer = (deps: TellingDeps) => {
  const readFound = readFoundMatches(deps);

  async function record(demand: Demand, contact: string, ones: readonly Known[], state: Delivery['state']) {
    const at = deps.clock();
    await pMap(
      ones,
      ({ matchId, found, delivery }) => {
        const title = found?.offer.title ?? delivery?.title ?? '';
        return deps.deliveries.put(deps.access, { demandId: demand.id, matchId, contact, state, title, at });
      },
      { concurrency: callsAtOnce },
    );
    return ones.length;
  }

  /** What is to be told to a contact, of these matches and of those whose end it does not know yet. */
  async function sorted(
    demand: Demand,
    found: ReadonlyMap<MatchId, ToldMatch>,
    ids: readonly MatchId[],
    contact: string,
  ): Promise<Sorted> {
    const known = await pMap(
      ids,
      async (matchId): Promise<Known> => ({
        matchId,
        found: found.get(matchId),
        delivery: await deps.deliveries.get(deps.access, demand.id, matchId, contact),
      }),
      { concurrency: callsAtOnce },
    );
    const groups = Map.groupBy(known, ({ found: shown, delivery }) => tellingOf(shown !== undefined, delivery?.state));
    return (telling) => groups.get(telling) ?? [];
  }

  async function mail(
    demand: Demand,
    contact: Contact,
    news: readonly Known[],
    ended: readonly Known[],
  ): Promise<Done> {
    const { publicBaseUrl, zone } = deps;
    const matches = news
      .flatMap(({ found }) => found ?? [])
      .toSorted((a, b) => b.score - a.score || (a.matchId < b.matchId ? -1 : 1));
    const digest = contactDigest(contact.email);
    const rendered = renderMatchMail({
      locale: contact.locale,
      zone,
      demand: { id: demand.id, title: demand.title },
      matches,
      ended: ended.map(({ matchId, delivery }) => ({ matchId, title: delivery?.title ?? '' })),
      mostShown,
      isBroad: false,
      links: {
        match: (id) => matchLink(publicBaseUrl, id),
        matches: demandMatchesLink(publicBaseUrl, demand.id),
        preferences: demandMatchesLink(publicBaseUrl, demand.id),
        unsubscribe: demandMatchesLink(publicBaseUrl, demand.id),
      },
    });
    // A match that ended and is found again is told again, under another Message-ID.
    const told = matches.map(({ matchId, foundAt }) => `${matchId} ${foundAt}`);
    const gone = ended.map(({ matchId, delivery }) => `${matchId} ended ${delivery?.at}`);
    const messageId = mailIdOf([digest, ...told, ...gone], new URL(publicBaseUrl).hostname);
    await deps.pace();
    const at = deps.clock();
    await deps.audit.record(
      deps.access,
      matches.map(({ matchId, offerId: subject, offerVersion: version }) => ({
        subject,
        version,
        at,
        act: 'match-mailed',
        to: demand.organizationId,
        contact: digest,
        matchId,
      })),
    );
    const sent = await deps.mailer.send({ to: contact.email, messageId, ...rendered });
    const about = { demandId: demand.id, contact: digest, matches: news.length, ended: ended.length };
    if (sent.outcome === 'accepted') {
      const written = (await record(demand, digest, news, 'mailed')) + (await record(demand, digest, ended, 'ended'));
      deps.logger.info('buyer mailed', about);
      return { mails: 1, written };
    }
    deps.logger.error('mail refused', { ...about, reason: sent.reason });
    return { mails: 0, written: await record(demand, digest, [...news, ...ended], 'refused') };
  }

  async function mailAtOnce(
    demand: Demand,
    contact: Contact,
    news: readonly Known[],
    ended: readonly Known[],
  ): Promise<Done> {
    const digest = contactDigest(contact.email);
    if (demand.notify.mode === 'instant') {
      if (!(await deps.allowance.isUsedUp(digest))) {
        const done = await mail(demand, contact, news, ended);
        if (done.mails > 0) await deps.allowance.use(digest);
        return done;
      }
      deps.logger.info('mail kept for the day', { demandId: demand.id, contact: digest, matches: news.length });
    }
    return { mails: 0, written: await record(demand, digest, news, 'due-daily') };
  }

  /** Notes what a contact is to be told, and tells it where its hour has come. */
  async function tellContact(
    demand: Demand,
    found: ReadonlyMap<MatchId, ToldMatch>,
    ids: readonly MatchId[],
    contact: Contact,
    occasion: Occasion,
  ): Promise<Done> {
    const digest = contactDigest(contact.email);
    const known = await sorted(demand, found, ids, digest);
    const noted =
      (await record(demand, digest, known('newly-ended'), 'due-ended')) +
      (await record(demand, digest, known('open-again'), 'mailed')) +
      (await record(demand, digest, known('never-told'), 'dropped'));
    if (noted > 0 || !isTold(demand)) return { mails: 0, written: noted };
    const news = [...known('news'), ...(occasion === 'daily' ? known('kept') : [])];
    const ended = known('ended');
    if (occasion === 'daily') return news.length + ended.length > 0 ? mail(demand, contact, news, ended) : nothing;
    return news.length > 0 ? mailAtOnce(demand, contact, news, ended) : nothing;
  }

  async function look(demand: Demand, contacts: readonly Contact[], matchIds: readonly MatchId[], occasion: Occasion) {
    const ended = await deps.deliveries.dueEnded(deps.access, demand.id);
    const ids = [...new Set([...matchIds, ...ended.map(({ matchId }) => matchId)])];
    const found = new Map((await readFound(demand, ids)).map((match) => [match.matchId, match]));
    const done = await Promise.allSettled(
      contacts.map((contact) => tellContact(demand, found, ids, contact, occasion)),
    );
    // One contact's failing mail server must not keep the others from their mail; then the whole is tried again.
    for (const one of done) if (one.status === 'rejected') throw one.reason;
    return done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  return async (demandId: DemandId, matchIds: readonly MatchId[], occasion: Occasion): Promise<Told> => {
    let mails = 0;
    for (let looks = 0; looks < mostLooks; looks++) {
      const demand = await deps.listings.get(deps.access, demandId);
      if (!demand || !isDemand(demand) || demand.status === 'withdrawn') return { mails };
      const buyer = await deps.organizations.get(deps.access, demand.organizationId);
      const contacts = buyer?.contacts.filter((contact) => contact.confirmed) ?? [];
      if (contacts.length === 0 && looks === 0) deps.logger.warn('buyer has no confirmed contact', { demandId });
      const done = await look(demand, contacts, matchIds, occasion);
      mails += done.reduce((sum, one) => sum + one.mails, 0);
      // A match may end between being read and being told, and whoever is told of its end then finds nobody that was told
      // of it. So nobody ends before a look, begun after the last write, finds nothing to write.
      if (done.every(({ written }) => written === 0)) return { mails };
    }
    throw new TellingKeepsChanging(demandId);
  };
};
