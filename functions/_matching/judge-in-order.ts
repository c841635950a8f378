import type { ListingId, MatchId } from '../../domain/ids.ts';
import { bestNear, mayBeAmong } from '../../domain/match/near.ts';
import type { JudgedPair } from '../../domain/match/record.ts';
import { behindMark, type Mark } from '../../domain/matching/mark.ts';
import type { Shortlist, Shortlisted } from '../../domain/matching/shortlist.ts';

/** How many of those that may be near are read at a time: what one BatchGetItem takes. */
const nearAtOnce = 100;

type Work = {
  readonly shortlist: Shortlist;
  /** Where to go on; left out: at the best. */
  readonly mark: Mark | undefined;
  /** Who is judged in any case. */
  readonly first: Iterable<ListingId>;
  /** How many others are judged at most. */
  readonly room: number;
  /** For how many near pairs a remedy is looked for. */
  readonly mostNear: number;
};

type Judge<P> = {
  readonly judge: (others: readonly ListingId[]) => Promise<readonly P[]>;
  readonly matchIdWith: (other: ListingId) => MatchId;
};

/** What was judged, of how many of the shortlist, and behind which mark more is to be read; undefined where nothing is. */
type Judged<P> = { readonly judged: readonly P[]; readonly taken: number; readonly mark: Mark | undefined };

/**
 * Judges what a shortlist names, best first: all that no gate forbids, and then of those that may be near as many as it takes
 * to know the best `mostNear` of all near pairs, which is known once none that is left can reach a place among them.
 */
export async function judgeInOrder<P extends JudgedPair>(
  work: Work,
  { judge, matchIdWith }: Judge<P>,
): Promise<Judged<P>> {
  const { shortlist, first, room, mostNear } = work;
  const { open, near } = behindMark(shortlist, work.mark);
  const asked = new Set(first);
  const judged: P[] = [];
  let { mark } = work;
  let taken = 0;

  async function take(list: Mark['list'], some: readonly Shortlisted[], also: Iterable<ListingId> = []): Promise<void> {
    const fresh = some.map(({ id }) => id).filter((id) => !asked.has(id));
    for (const id of fresh) asked.add(id);
    judged.push(...(await judge([...also, ...fresh])));
    taken += some.length;
    const last = some.at(-1);
    if (last) mark = { list, ...last };
  }

  await take('open', open.slice(0, room), [...asked]);
  if (taken < open.length) return { judged, taken, mark };
  for (let rest = near; ; ) {
    const mayBe = mayBeAmong(bestNear(judged, mostNear), mostNear);
    rest = rest.filter(({ id, most }) => mayBe(most, () => matchIdWith(id)));
    if (rest.length === 0) return { judged, taken, mark: undefined };
    if (taken >= room) return { judged, taken, mark };
    const next = rest.slice(0, Math.min(nearAtOnce, room - taken));
    rest = rest.slice(next.length);
    await take('near', next);
  }
}
