import type { Demand } from '../../domain/demand/demand.ts';
import { bestOfEachFirst } from '../../domain/match/order.ts';
import { type Instant, secondsBetween } from '../../domain/time.ts';
import { renderMatchMail } from '../_mail/match-mail.ts';
import type { Known } from './known-matches.ts';
import { type Mailed, mailReader } from './mail-reader.ts';
import type { Recipient } from './recipients.ts';
import type { TellingDeps } from './telling-deps.ts';

/** What was found longer than this after its listings were posted was found for something else that changed. */
const longestSearchSeconds = 86_400;

/** Of however many: a call takes some ten thousand arguments and no more. */
const greatest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);

/**
 * How long after its time a mail goes, in seconds; and how long after what it tells of was posted, of what is told soon. It is
 * the longest of everything in it.
 */
function waited(told: readonly Known[], now: Instant): Readonly<Record<string, number>> {
  const late = told.flatMap(({ delivery }) => (delivery?.due ? [secondsBetween(delivery.due.at, now)] : []));
  const sincePost = told.flatMap(({ found, delivery }) =>
    found && delivery?.due?.rhythm === 'instant' && secondsBetween(found.postedAt, found.foundAt) < longestSearchSeconds
      ? [secondsBetween(found.postedAt, now)]
      : [],
  );
  return {
    ...(late.length > 0 && { secondsLate: greatest(late) }),
    ...(sincePost.length > 0 && { secondsSincePost: greatest(sincePost) }),
  };
}

/** Sends one contact one mail of what was found for a demand, and of what has ended. */
export const sendMatchMail = (deps: TellingDeps) => {
  const mail = mailReader(deps);

  return (
    { id: demandId, title, organizationId }: Demand,
    recipient: Recipient,
    news: readonly Known[],
    ended: readonly Known[],
  ): Promise<Mailed> => {
    const { zone, matchesAMail } = deps;
    const matches = bestOfEachFirst(news.flatMap(({ found }) => found ?? []));
    // What is told by number alone is shown to nobody: it has no link, and is not written down as shown.
    const named = matches.slice(0, matchesAMail);
    // A match that ended and is found again is told again, under another Message-ID.
    const told = matches.map(({ matchId, foundAt }) => `${matchId} ${foundAt}`);
    const gone = ended.map(({ matchId, delivery }) => `${matchId} ended ${delivery?.at}`);
    return mail(
      { ...recipient, organizationId },
      {
        ends: 'matches',
        demandId,
        matchIds: named.map(({ matchId }) => matchId),
        about: [...told, ...gone],
        render: (links) =>
          renderMatchMail({
            locale: recipient.locale,
            zone,
            demand: { id: demandId, title },
            matches,
            ended: ended.map(({ matchId, delivery }) => ({ matchId, title: delivery?.title ?? '' })),
            mostShown: matchesAMail,
            isBroad: matches.length > matchesAMail,
            links,
          }),
        async before() {
          const at = deps.clock();
          await deps.audit.record(
            deps.access,
            named.map(({ matchId, offerId: subject, offerVersion: version }) => ({
              subject,
              version,
              at,
              act: 'match-mailed',
              to: organizationId,
              contact: recipient.digest,
              matchId,
            })),
          );
        },
        log: { demandId, matches: news.length, ended: ended.length, ...waited([...news, ...ended], deps.clock()) },
      },
    );
  };
};
