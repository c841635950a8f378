import type { Figures } from '../../domain/statistics/figures.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownBytes, shownCount, shownMoney, shownSeconds, shownShare } from './shown-numbers.ts';
import { statisticsWords } from './statistics-words.ts';

type Tile = readonly [name: string, figure: string, beside: string];

function tilesOf(
  { organizations, offers, demands, matches, volume, value, wait }: Figures,
  locale: Locale,
): readonly Tile[] {
  const { tiles: words } = statisticsWords[locale];
  const count = (n: number): string => shownCount(n, locale);
  const share = demands.listed === 0 ? words.none : shownShare(matches.demandsServed / demands.listed, locale);
  const money = value.map(({ currency, amount }) => shownMoney(BigInt(amount), currency, locale));
  const valued = value.reduce((sum, one) => sum + one.demands, 0);
  return [
    [words.organizations, count(organizations.total), words.verified(count(organizations.verified))],
    [words.offers, count(offers.listed), words.suppliers(count(offers.organizations))],
    [words.demands, count(demands.listed), words.buyers(count(demands.organizations))],
    [words.matches, count(matches.open), words.undecided(count(matches.undecided))],
    [words.served, share, words.servedOf(count(matches.demandsServed), count(demands.listed))],
    [words.volume, shownBytes(BigInt(volume.bytes), locale), words.volumeOf(count(volume.offers))],
    [words.value, money.length === 0 ? words.none : money.join(' + '), words.valueOf(count(valued))],
    wait === null
      ? [words.wait, words.none, '']
      : [words.wait, shownSeconds(wait.p50Seconds, locale), words.waitOf(shownSeconds(wait.p95Seconds, locale))],
  ];
}

/** What there is in a zone, in eight numbers. */
export function overview(figures: Figures, locale: Locale): Markup {
  const tiles = tilesOf(figures, locale).map(
    ([name, figure, beside]) => markup`<div><dt>${name}</dt><dd><b>${figure}</b><small>${beside}</small></dd></div>`,
  );
  return markup`<dl class="tiles">${tiles}</dl>`;
}
