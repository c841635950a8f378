import type { OrganizationId } from '../ids.ts';
import { type CalendarDay, dayIn, Instant } from '../time.ts';
import type { Counts, Firsts } from './counts.ts';
import { quantileOf } from './durations.ts';
import type { Figures } from './figures.ts';
import type { ListingTally } from './listing-tally.ts';
import { type MatchTally, waitDays } from './match-tally.ts';
import type { OrganizationTally } from './organization-tally.ts';

export type Tallies = {
  readonly organizations: OrganizationTally;
  readonly matches: MatchTally;
  readonly listings: ListingTally;
};

/** How many months back firsts are told. */
const mostMonths = 36;

const sumOf = (all: Counts): number => all.values().reduce((sum, one) => sum + one, 0);

/** The counts whose keys begin so, by the rest of the key, in order. */
function under(all: Counts, start: string): Record<string, number> {
  const own = [...all]
    .filter(([key]) => key.startsWith(start))
    .map(([key, n]) => [key.slice(start.length), n] as const);
  return Object.fromEntries(own.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const byDayOf = (firsts: Firsts, timeZone: string): Counts => {
  const days: Counts = new Map();
  for (const at of firsts.values()) {
    const day = dayIn(timeZone, Instant.parse(at));
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
};

function listingsOf(tally: ListingTally, kind: 'offer' | 'demand'): Figures['offers'] {
  const owners: ReadonlyMap<OrganizationId, number> = tally.owned.get(`${kind} `) ?? new Map();
  return {
    listed: tally.byStatus.get(`${kind} listed`) ?? 0,
    organizations: owners.size,
    byStatus: under(tally.byStatus, `${kind} `),
    byDomain: under(tally.byDomain, `${kind} `),
    byLevel: under(tally.byLevel, `${kind} `),
  };
}

function waitOf({ waits }: MatchTally): Figures['wait'] {
  const [p50Seconds, p95Seconds] = [quantileOf(waits, 0.5), quantileOf(waits, 0.95)];
  if (p50Seconds === undefined || p95Seconds === undefined) return null;
  return { days: waitDays, matches: sumOf(waits), p50Seconds, p95Seconds };
}

type ByDay = Readonly<Record<'registrations' | 'firstListings' | 'firstMatches', Counts>>;

function byMonthOf({ registrations, firstListings, firstMatches }: ByDay, upTo: CalendarDay): Figures['byMonth'] {
  const all = [registrations, firstListings, firstMatches];
  const days = all.flatMap((one) => [...one.keys()]).filter((day) => day <= upTo);
  const months = [...new Set(days.map((day) => day.slice(0, 7)))].toSorted().slice(-mostMonths);
  const inMonth = (one: Counts, month: string): number =>
    [...one].reduce((sum, [day, n]) => sum + (day.startsWith(month) && day <= upTo ? n : 0), 0);
  return months.map((month) => ({
    month,
    registrations: inMonth(registrations, month),
    firstListings: inMonth(firstListings, month),
    firstMatches: inMonth(firstMatches, month),
  }));
}

type Taken = { readonly day: CalendarDay; readonly takenAt: Instant; readonly timeZone: string };

/** The figures of a day, from everything that was counted of a zone. */
export function figuresOf({ organizations, matches, listings }: Tallies, { day, takenAt, timeZone }: Taken): Figures {
  const byDay: ByDay = {
    registrations: organizations.registered,
    firstListings: byDayOf(listings.firsts, timeZone),
    firstMatches: byDayOf(matches.firsts, timeZone),
  };
  const on = (all: Counts, key: string = day): number => all.get(key) ?? 0;
  const bytes = listings.bytes.values().reduce((sum, one) => sum + one, 0n);
  const demands = listingsOf(listings, 'demand');
  return {
    day,
    takenAt,
    organizations: {
      total: sumOf(organizations.byKind),
      verified: organizations.verified,
      byKind: under(organizations.byKind, ''),
    },
    offers: listingsOf(listings, 'offer'),
    demands,
    volume: { bytes: String(bytes), offers: listings.offersWithBytes },
    matches: {
      open: matches.open,
      undecided: matches.undecided,
      found: sumOf(matches.found),
      demandsServed: listings.served,
      demandsUnserved: demands.listed - listings.served,
    },
    value: [...listings.value]
      .map(([currency, amount]) => ({ currency, amount: String(amount), demands: listings.valued.get(currency) ?? 0 }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    wait: waitOf(matches),
    onDay: {
      registrations: on(byDay.registrations),
      firstListings: on(byDay.firstListings),
      firstMatches: on(byDay.firstMatches),
      offers: on(listings.posted, `offer ${day}`),
      demands: on(listings.posted, `demand ${day}`),
      matches: on(matches.found),
    },
    byMonth: byMonthOf(byDay, day),
  };
}
