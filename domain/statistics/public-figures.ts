import * as z from 'zod';
import type { OrganizationId } from '../ids.ts';
import { Instant } from '../time.ts';
import { crowdOf, isBalanced, type PartyOf } from './crowd.ts';
import type { Tallies } from './day-figures.ts';

/** What is told of anything: a round number, and the count it was made from, which is never told. */
const Rounded = z.strictObject({ told: z.int().min(0), from: z.int().min(0) });
type Rounded = z.infer<typeof Rounded>;

/**
 * What anybody may know of a zone in a month. Names are those of `publicNames`; what is no crowd of balanced parties has
 * none. `from` stays in the table: it is what the next month is held against.
 */
export const PublicFigures = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  takenAt: Instant,
  figures: z.record(z.string(), Rounded),
});
export type PublicFigures = z.infer<typeof PublicFigures>;

/** No told number moves by less, nor for less. */
const leastStep = 5;

/** Two digits of a number, and steps of five at the least, downwards. */
function roundedDown(count: number): number {
  const step = Math.max(leastStep, 10 ** (String(count).length - 2));
  return Math.floor(count / step) * step;
}

/** What is told of a count: what was told last, until at least five have come or gone since then. */
function tell(count: number, before: Rounded | undefined): Rounded {
  if (before && Math.abs(count - before.from) < leastStep) return before;
  return { told: roundedDown(count), from: count };
}

type Cell = readonly [name: string, owners: ReadonlyMap<OrganizationId, number>];

const under = (cells: ReadonlyMap<string, ReadonlyMap<OrganizationId, number>>, start: string, as: string): Cell[] =>
  [...cells]
    .filter(([name]) => name.startsWith(start))
    .map(([name, owners]) => [`${as}${name.slice(start.length)}`, owners]);

/** Free text of buyers is not repeated to the public: of columns, those alone that the vocabulary names. */
function cellsOf({ listings: { owned, unmet } }: Tallies): readonly Cell[] {
  return [
    ...under(owned, 'offer ', 'offers '),
    ...under(owned, 'demand ', 'demands '),
    ...under(unmet, 'all ', 'unmet '),
    ...under(unmet, 'domain ', 'unmet-domain '),
    ...under(unmet, 'purpose ', 'unmet-purpose '),
    ...under(unmet, 'field =', 'unmet-field ='),
  ];
}

/**
 * What may be told of a zone for a month. A figure is made of five things of three parties at least, none of which has more
 * than half of them; it is rounded down, and stays as it was last told until five have come or gone: from what it was
 * and is, nobody learns of one company's.
 */
export function publicFiguresOf(
  tallies: Tallies,
  partyOf: PartyOf,
  { month, takenAt }: Pick<PublicFigures, 'month' | 'takenAt'>,
  last: PublicFigures | undefined,
): PublicFigures {
  const told = cellsOf(tallies).flatMap(([name, owners]) => {
    const crowd = crowdOf(owners, partyOf);
    return isBalanced(crowd) ? [[name, tell(crowd.count, last?.figures[name])] as const] : [];
  });
  const organizations = tallies.organizations.byKind.values().reduce((sum, one) => sum + one, 0);
  const enterprises =
    organizations >= leastStep
      ? [['organizations ', tell(organizations, last?.figures['organizations '])] as const]
      : [];
  return { month, takenAt, figures: Object.fromEntries([...enterprises, ...told]) };
}
