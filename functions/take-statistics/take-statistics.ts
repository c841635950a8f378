import type { CountedAs } from '../../domain/statistics/counted-as.ts';
import { partiesOf } from '../../domain/statistics/crowd.ts';
import { figuresOf } from '../../domain/statistics/day-figures.ts';
import type { Figures } from '../../domain/statistics/figures.ts';
import { countListing, servedOf } from '../../domain/statistics/listing-tally.ts';
import { countMatch } from '../../domain/statistics/match-tally.ts';
import { countOrganization } from '../../domain/statistics/organization-tally.ts';
import { publicFiguresOf } from '../../domain/statistics/public-figures.ts';
import { unmetDemandOf } from '../../domain/statistics/unmet-demand.ts';
import { type CalendarDay, dayIn, daysAfter } from '../../domain/time.ts';
import type { ScheduledRun } from '../_runtime/schedule-lambda.ts';
import { type CountedSoFar, fromBytes, nothingCounted, phases, toBytes } from './counted-so-far.ts';
import type { Deps } from './deps.ts';

/** So much of a run is kept for noting how far it is. */
const reserveMs = 60_000;
/** What a run that is ended may have to do again. */
const pagesANote = 300;

/** `done` of a day that has its figures; else how many pages were read, and that the next run goes on. */
export type Taken = { readonly done: number; readonly pages: number };

/** Counts a page of what is being read, and says where to go on; nowhere once all is read. */
function makeCounter({ access, census, timeZone, leftOut }: Deps) {
  let served: ReturnType<typeof servedOf> | undefined;
  return async (counted: CountedSoFar): Promise<CountedSoFar['after']> => {
    const { suspended } = counted.organizations;
    const as: CountedAs = { now: counted.takenAt, timeZone, leftOut, suspended };
    switch (counted.phase) {
      case 'organizations': {
        const page = await census.organizations(access, counted.after);
        for (const organization of page.items) countOrganization(counted.organizations, organization, as);
        return page.next;
      }
      case 'matches': {
        const page = await census.matches(access, counted.after);
        for (const match of page.items) countMatch(counted.matches, match, as);
        return page.next;
      }
      case 'listings': {
        served ??= servedOf(counted.matches);
        const page = await census.listings(access, counted.after);
        for (const listing of page.items) countListing(counted.listings, listing, served, as);
        return page.next;
      }
    }
  };
}

/**
 * Counts the zone as it stands at the end of a day, table after table and page after page, and keeps the figures of that
 * day, of what is looked for in vain, and once a month what anybody may know. A run that has no time left notes how far
 * it is, and the next goes on; what was kept is not changed any more.
 */
export const takeStatistics = (deps: Deps) => {
  const { access, clock, counting, logger, published, statistics, timeZone } = deps;

  /** Says where the day before has no figures, though the zone was counted earlier: nobody can count it any more. */
  async function lookBack(day: CalendarDay): Promise<void> {
    const before = daysAfter(day, -1);
    if ((await statistics.isKept(access, before)) || (await published.last(access)) === undefined) return;
    logger.warn('day not counted', { day: before });
  }

  /** What the operator's dashboard shows of what is listed. */
  function tellListed(figures: Figures): void {
    for (const side of ['offers', 'demands'] as const) {
      const { byDomain, byLevel } = figures[side];
      for (const [section, listed] of Object.entries(byDomain).filter(([domain]) => /^[A-T]$/.test(domain)))
        logger.info('listed by section', { side, section, listed });
      for (const [securityLevel, listed] of Object.entries(byLevel))
        logger.info('listed by level', { side, securityLevel, listed });
    }
  }

  async function keep(counted: CountedSoFar, day: CalendarDay): Promise<void> {
    const { takenAt, ...tallies } = counted;
    const partyOf = partiesOf(tallies.organizations.affiliates);
    const month = day.slice(0, 7);
    const last = await published.last(access);
    if (last === undefined || last.month < month)
      await statistics.keepPublic(access, publicFiguresOf(tallies, partyOf, { month, takenAt }, last));
    await statistics.keepUnmetDemand(access, unmetDemandOf(tallies.listings.unmet, partyOf, { day, takenAt }));
    const figures = figuresOf(tallies, { day, takenAt, timeZone });
    // The last to be written: a day that has figures is done.
    await statistics.keepFigures(access, figures);
    tellListed(figures);
  }

  return async ({ timeLeftMs }: Pick<ScheduledRun, 'timeLeftMs'>): Promise<Taken> => {
    const day = daysAfter(dayIn(timeZone, clock()), -1);
    if (await statistics.isKept(access, day)) return { done: 1, pages: 0 };
    const noted = await counting.read(access, day);
    if (!noted) await lookBack(day);
    const counted = (noted && fromBytes(noted.bytes)) ?? nothingCounted(clock());
    let note = noted?.note;
    const countPage = makeCounter(deps);
    for (let pages = 1; ; pages++) {
      counted.after = await countPage(counted);
      if (counted.after === undefined) {
        const next = phases[phases.indexOf(counted.phase) + 1];
        if (next === undefined) {
          await keep(counted, day);
          return { done: 1, pages };
        }
        counted.phase = next;
      }
      const isOver = timeLeftMs() < reserveMs;
      if (!isOver && pages % pagesANote !== 0) continue;
      note = await counting.note(access, day, toBytes(counted), note, clock());
      if (isOver) return { done: 0, pages };
    }
  };
};
