import type { Count } from '../../domain/preview/coarse.ts';
import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { domainName, tagName } from '../../domain/vocabulary/names.ts';
import { type Content, element } from './content.ts';
import { light } from './mail-style.ts';
import { supplierReportPhrases } from './supplier-report-phrases.ts';

/** How many demands a domain has, and for which purposes. */
export type DomainDemands = {
  /** A code of GB/T 4754-2017. */
  readonly domain: string;
  readonly demands: Count;
  readonly purposes: readonly { readonly purpose: string; readonly demands: Count }[];
};

type DomainLine = { readonly name: string; readonly demands: string; readonly purposes: readonly string[] };

/** The domains in the reader's words. */
export function domainLines(domains: readonly DomainDemands[], locale: Locale): readonly DomainLine[] {
  const words = supplierReportPhrases[locale];
  const counted = (count: Count): string =>
    'under' in count ? words.fewDemands(count.under) : words.demands(count.exactly);
  const named = (name: Bilingual): string => nameIn(locale, name);
  return domains.map(({ domain, demands, purposes }) => ({
    name: named(domainName(domain)),
    demands: counted(demands),
    purposes: purposes.map((one) => words.purpose(named(tagName(one.purpose)), counted(one.demands))),
  }));
}

/** The domains as a table of the HTML part: name and number, and under it the purposes. */
export function domainTable(lines: readonly DomainLine[]): Content {
  const table = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0 };
  const rows = lines.map(({ name, demands, purposes }, index) => {
    const cell = {
      padding: '10px 0',
      ...(index === 0 ? {} : { borderTop: `1px solid ${light.line}` }),
      verticalAlign: 'top',
    };
    const said = purposes.flatMap((purpose) => [element('br'), purpose]);
    const quiet = { className: 'm', style: { fontSize: 13, color: light.muted } };
    const number = { ...cell, paddingLeft: 12, whiteSpace: 'nowrap', color: light.accent } as const;
    return element(
      'tr',
      null,
      element('td', { className: 'l', style: cell }, element('b', null, name), element('span', quiet, ...said)),
      element('td', { className: 'a l', align: 'right', style: number }, element('b', null, demands)),
    );
  });
  return element('table', table, element('tbody', null, ...rows));
}

/** The same as lines of text. */
export const domainText = (lines: readonly DomainLine[], colon: string): readonly string[] =>
  lines.flatMap(({ name, demands, purposes }) => [
    `- ${name}${colon}${demands}`,
    ...purposes.map((purpose) => `    ${purpose}`),
  ]);
