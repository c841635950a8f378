import type { Match } from '../../domain/match/match.ts';
import { type MatchNews, newsOf } from '../../domain/match/news.ts';
import { frame } from '../../events/envelope.ts';
import type { MatchEndedV1 } from '../../events/match-ended.v1.ts';
import type { MatchFacts } from '../../events/match-facts.ts';
import type { MatchFoundV1 } from '../../events/match-found.v1.ts';
import type { ReviewRequestedV1 } from '../../events/review-requested.v1.ts';
import { parseMatchRow } from '../_adapters/dynamo/match-rows.ts';
import type { RowChange } from '../_runtime/stream-lambda.ts';
import type { Deps } from './deps.ts';

type MatchEvent = MatchFoundV1 | MatchEndedV1 | ReviewRequestedV1;

function factsOf(match: Match): MatchFacts {
  const { id: matchId, offerId, offerVersion, demandId, demandVersion, supplierId, buyerId, score } = match;
  return { matchId, offerId, offerVersion, demandId, demandVersion, supplierId, buyerId, score };
}

function eventOf(news: MatchNews, match: Match, zone: string): MatchEvent {
  // The moment of the record's change is in the id: a match may be found, end and be found again in the same versions.
  const about = { id: `${match.id}.${match.updatedAt}.${news}`, zone, time: match.updatedAt };
  switch (news) {
    case 'found':
      return frame('match-found.v1', about, factsOf(match));
    case 'ended':
      return frame('match-ended.v1', about, factsOf(match));
    case 'review-requested':
      return frame('review-requested.v1', about, factsOf(match));
  }
}

/** What buyers are told of goes to the notifier's queue; a copy of each event goes to the zone's bus. */
export const relayMatchChange =
  ({ zone, sendNotifications, publishEvents }: Omit<Deps, 'logger'>) =>
  async (changes: readonly RowChange[]): Promise<ReadonlyMap<string, string>> => {
    const outgoing = changes.flatMap(({ sequence, before, after }) => {
      if (!after) return [];
      const match = parseMatchRow(after);
      const news = newsOf(before && parseMatchRow(before), match);
      return news.map((one) => ({ sequence, key: `${sequence}.${one}`, event: eventOf(one, match, zone) }));
    });
    const notices = outgoing.filter(({ event }) => event.type !== 'review-requested.v1');
    const notSent = await sendNotifications(notices.map(({ key, event }) => ({ key, body: event })));
    const notPublished = await publishEvents(outgoing);
    const failed = new Map([...notSent, ...notPublished]);
    return new Map(
      outgoing.flatMap(({ sequence, key }) => {
        const code = failed.get(key);
        return code === undefined ? [] : [[sequence, code] as const];
      }),
    );
  };
