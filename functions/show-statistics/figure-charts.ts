import type { Figures } from '../../domain/statistics/figures.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { domainName, levelName } from '../../domain/vocabulary/names.ts';
import { type Bar, barTable } from '../_charts/bar-table.ts';
import { dataTable } from '../_charts/data-table.ts';
import { lineChart, type Series } from '../_charts/line-chart.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownCount, shownSeconds } from './shown-numbers.ts';
import { statisticsWords } from './statistics-words.ts';

/** The divisions with most listings; the others stand in the API's answer. */
const mostDivisions = 12;
/** Each level and section of the vocabulary, whether anything is there or not: what is missing is a figure, too. */
const levels = ['1', '2', '3', '4', '5'];
const sections = industries.filter(({ parent }) => parent === null).map(({ code }) => code);
const divisions = industries.filter(({ parent }) => parent !== null).map(({ code }) => code);

type Drawn = {
  readonly heading: string;
  /** What stands along the axis. */
  readonly place: string;
  readonly places: readonly string[];
  readonly series: readonly Series[];
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
    markup`${lineChart({ label, places, series, shown: tell })}${dataTable(table, statisticsWords[locale].table)}`,
  );
}

/** What happened to a zone day by day; `days` oldest first. */
export function chartsByDay(days: readonly Figures[], locale: Locale): readonly Markup[] {
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
    linesOf(
      {
        heading: words.wait,
        place,
        places,
        series: [of(words.half, ({ wait }) => wait?.p50Seconds), of(words.most, ({ wait }) => wait?.p95Seconds)],
        shown: (seconds) => shownSeconds(seconds, locale),
      },
      locale,
    ),
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

/** What there is on one day, by what it is. */
export function chartsOfDay({ offers, demands, organizations }: Figures, locale: Locale): readonly Markup[] {
  const { charts: words, kinds } = statisticsWords[locale];
  const bar = (name: string, values: readonly number[]): Bar => ({
    name,
    values,
    shown: values.map((value) => shownCount(value, locale)),
  });
  const both = (name: string, by: 'byDomain' | 'byLevel', key: string): Bar =>
    bar(name, [offers[by][key] ?? 0, demands[by][key] ?? 0]);
  const domainBar = (code: string): Bar => both(`${code} ${nameIn(locale, domainName(code))}`, 'byDomain', code);
  const sum = ({ values }: Bar): number => values.reduce((all, one) => all + one, 0);
  const busiest = divisions
    .map(domainBar)
    .filter((one) => sum(one) > 0)
    .toSorted((a, b) => sum(b) - sum(a));
  const byDomain = [words.domain, words.offers, words.demands] as const;
  const chart = (
    caption: string,
    headings: typeof byDomain | readonly [string, string],
    bars: readonly Bar[],
  ): Markup => card(caption, barTable({ caption, headings, bars }));
  return [
    chart(words.sections, byDomain, sections.map(domainBar)),
    chart(words.divisions, byDomain, busiest.slice(0, mostDivisions)),
    chart(
      words.levels,
      [words.level, words.offers, words.demands],
      levels.map((level) => both(nameIn(locale, levelName(Number(level))), 'byLevel', level)),
    ),
    chart(
      words.kinds,
      [words.kind, words.organizations],
      Object.entries(organizations.byKind).map(([kind, count]) => bar(kinds[kind] ?? kind, [count])),
    ),
  ];
}
