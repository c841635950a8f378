import type { MatchId, OrganizationId } from '../ids.ts';

type Ranked = { readonly score: number; readonly supplierId: OrganizationId; readonly matchId: MatchId };

const byScore = (one: Ranked, other: Ranked): number =>
  other.score - one.score || (one.matchId < other.matchId ? -1 : 1);

/**
 * Best first. Of equal scores each supplier's best comes before anybody's second, so that nobody buries the others under
 * copies of an offer.
 */
export function bestOfEachFirst<M extends Ranked>(matches: readonly M[]): readonly M[] {
  const places = new Map<OrganizationId, number>();
  const placed = matches.toSorted(byScore).map((match) => {
    const place = places.get(match.supplierId) ?? 0;
    places.set(match.supplierId, place + 1);
    return { match, place };
  });
  return placed
    .toSorted((a, b) => b.match.score - a.match.score || a.place - b.place || byScore(a.match, b.match))
    .map(({ match }) => match);
}
