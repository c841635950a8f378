import type { Figures } from '../../domain/statistics/figures.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { domainName, levelName } from '../../domain/vocabulary/names.ts';
import { type Bar, barTable } from '../_charts/bar-table.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownCount } from './shown-numbers.ts';
import { statisticsWords } from './statistics-words.ts';

/** The divisions with most listings; the others stand in the API's answer. */
const mostDivisions = 12;
const levels = ['1', '2', '3', '4', '5'];
const sections = industries.filter(({ parent }) => parent === null).map(({ code }) => code);
const divisions = industries.filter(({ parent }) => parent !== null).map(({ code }) => code);

/** What there is on one day, by what it is. */
export function barsOfDay({ offers, demands, organizations }: Figures, locale: Locale): readonly Markup[] {
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
  ): Markup => markup`<h2>${caption}</h2>${barTable({ caption, headings, bars })}`;
  const bySection = sections.map(domainBar);
  const empty = bySection.filter((one) => sum(one) === 0).map(({ name }) => name);
  const missing =
    empty.length === 0
      ? ''
      : markup`<p class="last"><small>${words.empty}${empty.join(locale === 'en' ? '; ' : '；')}</small></p>`;
  return [
    markup`${chart(
      words.sections,
      byDomain,
      bySection.filter((one) => sum(one) > 0),
    )}${missing}`,
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
