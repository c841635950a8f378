import type { UnmetDemand } from '../../domain/statistics/unmet-demand.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { fieldName } from '../../domain/vocabulary/field-names.ts';
import { domainName, tagName } from '../../domain/vocabulary/names.ts';
import { barTable } from '../_charts/bar-table.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownBand, shownCount } from './shown-numbers.ts';
import { statisticsWords } from './statistics-words.ts';

/** What a person reads of each; the API's answer has more. */
const mostShown = 12;

type Cell = { readonly name: string; readonly demands: number };

/** What buyers look for in vain, by what they ask for. */
export function radar(unmet: UnmetDemand, locale: Locale): readonly Markup[] {
  const { radar: words } = statisticsWords[locale];
  const domain = (code: string): string => `${code} ${nameIn(locale, domainName(code))}`;
  const purpose = (id: string): string => nameIn(locale, tagName(id));
  const count = (demands: number): string => shownCount(demands, locale);
  const chart = (name: string, cells: readonly Cell[]): Markup => {
    const caption = words.by(name);
    if (cells.length === 0) return markup`<h2>${caption}</h2><p>${words.none}</p>`;
    const bars = cells
      .slice(0, mostShown)
      .map((cell) => ({ name: cell.name, values: [cell.demands], shown: [count(cell.demands)] }));
    return markup`<h2>${caption}</h2>${barTable({ caption, headings: [name, words.demands], bars })}`;
  };
  const about = 'exactly' in unmet.demands ? words.about(count(unmet.demands.exactly)) : words.aboutFew;
  return [
    markup`${chart(
      words.domain,
      unmet.byDomain.map((one) => ({ ...one, name: domain(one.domain) })),
    )}<p class="last"><small>${about}</small></p>`,
    chart(
      words.purpose,
      unmet.byPurpose.map((one) => ({ ...one, name: purpose(one.purpose) })),
    ),
    chart(
      words.field,
      unmet.byField.map((one) => ({ ...one, name: nameIn(locale, fieldName(one.field)) })),
    ),
    chart(
      words.budget,
      unmet.byBudget.map((one) => ({ ...one, name: shownBand(one.budget, words.noBudget, locale) })),
    ),
    chart(
      words.pair,
      unmet.byDomainAndPurpose.map((one) => ({ ...one, name: `${domain(one.domain)} · ${purpose(one.purpose)}` })),
    ),
  ];
}
