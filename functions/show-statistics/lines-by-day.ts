import type { Figures } from '../../domain/statistics/figures.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { dataTable } from '../_charts/data-table.ts';
import { lineChart, type Series } from '../_charts/line-chart.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownCount, shownIn, unitOf } from './shown-numbers.ts';
import { statisticsWords } from './statistics-words.ts';

type Drawn = {
  readonly heading: string;
  /** What stands along the axis. */
  readonly place: string;
  readonly places: readonly string[];
  readonly series: readonly Series[];
  /** How values are told that are no counts. */
  readonly shown?: (value: number) => string;
};

const card = (heading: string, body: Markup): Markup => markup`<h2>${heading}</h2>${body}`;

/** Lines, and the same as a table, the newest first. */
function linesOf({ heading, place, places, series, shown }: Drawn, locale: Locale): Markup {
  const tell = shown ?? ((value: number): string => shownCount(value, locale));
  const rows = places
    .map((one, index) => [
      one,
      ...series.map(({ values }) => (values[index] === undefined ? '—' : tell(values[index]))),
    ])
    .toReversed();
  const table = { caption: heading, headings: [place, ...series.map(({ name }) => name)], rows };
  const label = `${heading}: ${series.map(({ name }) => name).join(' / ')}, ${places[0] ?? ''} – ${places.at(-1) ?? ''}`;
  return card(
    heading,
    markup`${lineChart({ label, places, series, shown: tell, isCount: shown === undefined })}${dataTable(table, statisticsWords[locale].table)}`,
  );
}

/** How long matches took, all in the unit that the longest fills. */
function waitLines(days: readonly Figures[], locale: Locale): Markup {
  const { charts: words, day: place } = statisticsWords[locale];
  const unit = unitOf(Math.max(0, ...days.map(({ wait }) => wait?.p95Seconds ?? 0)));
  const of = (name: string, part: 'p50Seconds' | 'p95Seconds'): Series => ({
    name,
    values: days.map(({ wait }) => wait && wait[part] / unit.seconds).map((value) => value ?? undefined),
  });
  const places = days.map(({ day }) => day);
  const series = [of(words.half, 'p50Seconds'), of(words.most, 'p95Seconds')];
  return linesOf(
    { heading: words.wait, place, places, series, shown: (value) => shownIn(unit, value, locale) },
    locale,
  );
}

/** What happened to a zone day by day; `days` oldest first. */
export function linesByDay(days: readonly Figures[], locale: Locale): readonly Markup[] {
  const { charts: words, day: place, month } = statisticsWords[locale];
  const places = days.map(({ day }) => day);
  const of = (name: string, read: (figures: Figures) => number | undefined): Series => ({
    name,
    values: days.map(read),
  });
  const months = days.at(-1)?.byMonth ?? [];
  return [
    linesOf(
      {
        heading: words.listings,
        place,
        places,
        series: [of(words.offers, ({ offers }) => offers.listed), of(words.demands, ({ demands }) => demands.listed)],
      },
      locale,
    ),
    linesOf(
      {
        heading: words.served,
        place,
        places,
        series: [
          of(words.withMatch, ({ matches }) => matches.demandsServed),
          of(words.withoutMatch, ({ matches }) => matches.demandsUnserved),
        ],
      },
      locale,
    ),
    waitLines(days, locale),
    linesOf(
      {
        heading: words.firsts,
        place: month,
        places: months.map((one) => one.month),
        series: [
          { name: words.registrations, values: months.map(({ registrations }) => registrations) },
          { name: words.firstListings, values: months.map(({ firstListings }) => firstListings) },
          { name: words.firstMatches, values: months.map(({ firstMatches }) => firstMatches) },
        ],
      },
      locale,
    ),
  ];
}
