import { isDemand } from '../../domain/listing/listing.ts';
import { isShown } from '../../domain/match/review.ts';
import { groupByRemedy, remedyPhrase } from '../../domain/matching/near-matches.ts';
import { coarse } from '../../domain/preview/coarse.ts';
import { isHintDue, weeksBetween } from '../../domain/report/silence.ts';
import { dayIn } from '../../domain/time.ts';
import type { HintsDueV1 } from '../../events/hints-due.v1.ts';
import { renderNothingYet } from '../_mail/nothing-yet-mail.ts';
import { mailReader } from '../_notification/mail-reader.ts';
import { readRecipients } from '../_notification/recipients.ts';
import type { Deps } from './deps.ts';
import { onceAWeek } from './once-a-week.ts';

/** How many remedies a mail has: those that would help most. */
const mostRemedies = 5;

/** How many demands a contact is told of in one day: whoever posted hundreds gets no mail of each. */
const mostHintsADay = 10;

/** Tells a buyer whose demand found nothing for long what would help; nobody where nothing would. */
export const sendHints = (deps: Omit<Deps, 'park' | 'putOff'>) => {
  const { access, clock, listings, matches, deliveries, timeZone, usage, zone, logger } = deps;
  const recipientsOf = readRecipients(deps);
  const mail = mailReader(deps);
  const once = onceAWeek(deps);

  return async ({ demandId, day }: HintsDueV1['data']): Promise<void> => {
    const demand = await listings.get(access, demandId);
    if (!demand || !isDemand(demand) || demand.status !== 'listed') return;
    const since = (await deliveries.lastOf(access, demandId)) ?? demand.createdAt;
    const weeks = weeksBetween(dayIn(timeZone, since), day);
    if (!isHintDue(weeks)) return;
    const open = (await matches.recordsOf(access, demandId)).filter(({ status }) => status === 'open');
    if (open.some(isShown)) return;
    const remedies = groupByRemedy(open, 'buyer')
      .slice(0, mostRemedies)
      .map(({ changes, pairs }) => ({ remedy: remedyPhrase(changes), pairs: coarse(pairs.length) }));
    if (remedies.length === 0) return;
    const { all } = await recipientsOf(demand);
    const { organizationId, title } = demand;
    const readers = all.filter(({ rhythm }) => rhythm !== 'off');
    const telling = readers.map((reader) =>
      once(`${demandId}#${reader.digest}`, day, async () => {
        const meter = { of: `hints#${reader.digest}`, window: day };
        if ((await usage.used(access, meter)) >= mostHintsADay) return;
        await mail(
          { ...reader, organizationId },
          {
            ends: 'matches',
            demandId,
            about: ['hints', demandId, day],
            render: (links) =>
              renderNothingYet({
                locale: reader.locale,
                zone,
                demand: { id: demandId, title },
                weeks,
                remedies,
                links,
              }),
            log: { demandId, weeks, remedies: remedies.length },
          },
        );
        await usage.use(access, meter, 1, clock());
      }),
    );
    // Whoever cannot be mailed now keeps nobody else from its mail; then the message comes again for that one.
    const done = await Promise.allSettled(telling);
    for (const one of done) if (one.status === 'rejected') throw one.reason;
    logger.info('buyer of a demand without matches told', { demandId, weeks });
  };
};
