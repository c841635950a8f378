import * as z from 'zod';
import { type Count, coarse } from '../preview/coarse.ts';
import { CalendarDay, Instant } from '../time.ts';
import { readBudgetBand } from './budget-band.ts';
import type { Owned } from './counts.ts';
import { crowdOf, isTellable, type PartyOf } from './crowd.ts';
import type { UnmetBy } from './unmet-cells.ts';

/** How many of a kind are told, those that most demands ask for. */
const mostTold = 50;

const Told = z.union([z.strictObject({ under: z.int().min(1) }), z.strictObject({ exactly: z.int().min(0) })]);
const demands = z.int().min(1);
const Band = z.strictObject({ currency: z.string(), from: z.int(), to: z.int().nullable() }).nullable();

/**
 * What buyers of a zone look for in vain on a day: of what at least five demands of three parties ask for, how many they
 * are. Of anything less nothing is said, as there a demand is some company's business.
 */
export const UnmetDemand = z.strictObject({
  day: CalendarDay,
  takenAt: Instant,
  demands: Told,
  byDomain: z.array(z.strictObject({ domain: z.string(), demands })),
  byPurpose: z.array(z.strictObject({ purpose: z.string(), demands })),
  /** By the id of a group of synonyms, after `=`, else by the name of the column in small letters. */
  byField: z.array(z.strictObject({ field: z.string(), demands })),
  byBudget: z.array(z.strictObject({ budget: Band, demands })),
  byDomainAndPurpose: z.array(z.strictObject({ domain: z.string(), purpose: z.string(), demands })),
});
export type UnmetDemand = z.infer<typeof UnmetDemand>;

/** What may be told of one kind of cell, most demands first. */
function told(
  cells: Owned,
  by: UnmetBy,
  partyOf: PartyOf,
): readonly { readonly of: string; readonly demands: number }[] {
  const start = `${by} `;
  return [...cells]
    .filter(([name]) => name.startsWith(start))
    .map(([name, owners]) => ({ of: name.slice(start.length), crowd: crowdOf(owners, partyOf) }))
    .filter(({ crowd }) => isTellable(crowd))
    .map(({ of, crowd }) => ({ of, demands: crowd.count }))
    .toSorted((a, b) => b.demands - a.demands || (a.of < b.of ? -1 : 1))
    .slice(0, mostTold);
}

function countOfAll(cells: Owned, partyOf: PartyOf): Count {
  const all = crowdOf(cells.get('all '), partyOf);
  return isTellable(all) ? coarse(all.count) : coarse(0);
}

/** What is told of a day's demands that nothing serves. */
export function unmetDemandOf(
  cells: Owned,
  partyOf: PartyOf,
  { day, takenAt }: Pick<UnmetDemand, 'day' | 'takenAt'>,
): UnmetDemand {
  const by = (kind: UnmetBy) => told(cells, kind, partyOf);
  return {
    day,
    takenAt,
    demands: countOfAll(cells, partyOf),
    byDomain: by('domain').map(({ of, demands }) => ({ domain: of, demands })),
    byPurpose: by('purpose').map(({ of, demands }) => ({ purpose: of, demands })),
    byField: by('field').map(({ of, demands }) => ({ field: of, demands })),
    byBudget: by('budget').map(({ of, demands }) => ({ budget: readBudgetBand(of), demands })),
    byDomainAndPurpose: by('domain-purpose').map(({ of, demands }) => {
      const [domain = '', purpose = ''] = of.split(' ');
      return { domain, purpose, demands };
    }),
  };
}
