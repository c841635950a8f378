import type { Demand } from '../../domain/demand/demand.ts';
import type { SendResult } from '../_adapters/mail/mailer.ts';
import { renderMatchMail } from '../_mail/match-mail.ts';
import { mailIdOf } from '../_runtime/ids.ts';
import type { Known } from './known-matches.ts';
import type { Recipient } from './recipients.ts';
import type { TellingDeps } from './telling-deps.ts';

/** Sends one contact one mail of what was found for a demand, and of what has ended. */
export const sendMatchMail =
  (deps: TellingDeps) =>
  async (
    demand: Demand,
    { email, locale, digest }: Recipient,
    news: readonly Known[],
    ended: readonly Known[],
  ): Promise<SendResult['outcome']> => {
    const { publicBaseUrl, zone } = deps;
    const matches = news
      .flatMap(({ found }) => found ?? [])
      .toSorted((a, b) => b.score - a.score || (a.matchId < b.matchId ? -1 : 1));
    const rendered = renderMatchMail({
      locale,
      zone,
      demand: { id: demand.id, title: demand.title },
      matches,
      ended: ended.map(({ matchId, delivery }) => ({ matchId, title: delivery?.title ?? '' })),
      publicBaseUrl,
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
    const sent = await deps.mailer.send({ to: email, messageId, ...rendered });
    const about = { demandId: demand.id, contact: digest, matches: news.length, ended: ended.length };
    if (sent.outcome === 'accepted') deps.logger.info('buyer mailed', about);
    else deps.logger.error('mail refused', { ...about, reason: sent.reason });
    return sent.outcome;
  };
