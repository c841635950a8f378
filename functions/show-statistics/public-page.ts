import type { PublicFigures } from '../../domain/statistics/public-figures.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { fieldName } from '../../domain/vocabulary/field-names.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { domainName, tagName } from '../../domain/vocabulary/names.ts';
import { type Bar, barTable } from '../_charts/bar-table.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { type Housed, type Reading, showPage } from '../_pages/page.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { publicWords } from './public-words.ts';
import { shownCount } from './shown-numbers.ts';
import { statisticsWords } from './statistics-words.ts';

const mostShown = 12;
const sections = industries.filter(({ parent }) => parent === null).map(({ code }) => code);

type Told = (name: string) => number | undefined;

function tiles(told: Told, locale: Locale): Markup {
  const { tiles: names } = statisticsWords[locale];
  const words = publicWords[locale];
  const all = [
    [names.organizations, told('organizations ')],
    [names.offers, told('offers ')],
    [names.demands, told('demands ')],
    [words.unmet, told('unmet ')],
  ] as const;
  const shown = all.map(([name, count]) => {
    const figure = count === undefined ? names.none : words.atLeast(shownCount(count, locale));
    return markup`<div><dt>${name}</dt><dd><b>${figure}</b></dd></div>`;
  });
  return markup`<dl class="tiles">${shown}</dl>`;
}

function sectionsCard(told: Told, locale: Locale): readonly Markup[] {
  const { charts: words, tiles: names } = statisticsWords[locale];
  const bars = sections.flatMap((code): readonly Bar[] => {
    const counts = [told(`offers ${code}`), told(`demands ${code}`)];
    if (counts.every((count) => count === undefined)) return [];
    const shown = counts.map((count) =>
      count === undefined ? names.none : publicWords[locale].atLeast(shownCount(count, locale)),
    );
    return [{ name: `${code} ${nameIn(locale, domainName(code))}`, values: counts.map((count) => count ?? 0), shown }];
  });
  if (bars.length === 0) return [];
  const headings = [words.domain, words.offers, words.demands] as const;
  return [markup`<h2>${words.sections}</h2>${barTable({ caption: words.sections, headings, bars })}`];
}

/** What is looked for in vain, by one thing that demands ask for. */
function unmetCard(
  { figures }: PublicFigures,
  start: string,
  heading: string,
  nameOf: (of: string) => string,
  locale: Locale,
): readonly Markup[] {
  const words = publicWords[locale];
  const bars = Object.entries(figures)
    .filter(([name]) => name.startsWith(start))
    .map(([name, { told }]) => ({
      name: nameOf(name.slice(start.length)),
      values: [told],
      shown: [words.atLeast(shownCount(told, locale))],
    }))
    .toSorted((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (a.name < b.name ? -1 : 1))
    .slice(0, mostShown);
  if (bars.length === 0) return [];
  const caption = statisticsWords[locale].radar.by(heading);
  const headings = [heading, statisticsWords[locale].radar.demands] as const;
  return [markup`<h2>${caption}</h2>${barTable({ caption, headings, bars })}`];
}

/** What anybody may know of a zone. */
export function publicPage(housed: Housed, reading: Reading, published: PublicFigures | undefined): HttpAnswer {
  const { locale } = reading;
  const words = publicWords[locale];
  const { radar } = statisticsWords[locale];
  const method = markup`<p class="last"><small>${words.method}</small></p>`;
  if (!published || Object.keys(published.figures).length === 0) {
    return showPage(housed, 200, reading, { heading: words.heading, body: markup`<p>${words.few}</p>${method}` });
  }
  const told: Told = (name) => published.figures[name]?.told;
  const domain = (code: string): string => `${code} ${nameIn(locale, domainName(code))}`;
  return showPage(housed, 200, reading, {
    heading: words.heading,
    about: words.about(published.month),
    body: markup`<h2 class="hidden">${words.heading}</h2>${tiles(told, locale)}${method}`,
    cards: [
      ...sectionsCard(told, locale),
      ...unmetCard(published, 'unmet-domain ', radar.domain, domain, locale),
      ...unmetCard(published, 'unmet-purpose ', radar.purpose, (id) => nameIn(locale, tagName(id)), locale),
      ...unmetCard(published, 'unmet-field ', radar.field, (field) => nameIn(locale, fieldName(field)), locale),
    ],
  });
}

/** Where a zone publishes nothing. */
export function noPublicPage(housed: Housed, reading: Reading): HttpAnswer {
  const [heading, sentence] = publicWords[reading.locale].missing;
  return showPage(housed, 404, reading, { heading, body: markup`<p>${sentence}</p>` });
}
