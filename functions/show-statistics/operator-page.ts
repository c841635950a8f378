import type { OperatorAccess } from '../../domain/access/access.ts';
import type { Figures } from '../../domain/statistics/figures.ts';
import type { UnmetDemand } from '../../domain/statistics/unmet-demand.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { type Housed, type Reading, showPage } from '../_pages/page.ts';
import { shownDays } from '../_requests/statistics-query.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { statisticsPath } from '../_sessions/way-back.ts';
import { barsOfDay } from './bars-of-day.ts';
import { linesByDay } from './lines-by-day.ts';
import { overview } from './overview.ts';
import { radar } from './radar.ts';
import { shownCount } from './shown-numbers.ts';
import { statisticsWords } from './statistics-words.ts';

const signOut = (said: string, { signOut: button }: { readonly signOut: string }): Markup =>
  markup`<form class="answers session" method="post" action="/v1/sign-out"><span>${said}</span><button>${button}</button></form>`;

/** The ways to other periods; the one that is shown is no way. */
function periods(chosen: string, locale: Locale): Markup {
  const words = statisticsWords[locale];
  const ways = shownDays.map((days) => {
    const said = words.days(shownCount(Number(days), locale));
    const query = new URLSearchParams({ days, lang: locale }).toString();
    return days === chosen
      ? markup`<li><a href="statistics-page?${query}" aria-current="true">${said}</a></li>`
      : markup`<li><a href="statistics-page?${query}">${said}</a></li>`;
  });
  return markup`<nav aria-label="${words.period}"><ul class="tabs">${ways}</ul></nav>`;
}

export type Counted = {
  readonly days: readonly Figures[];
  readonly unmet: UnmetDemand | undefined;
  readonly period: string;
};

/** Everything that was counted of a zone, for its operator; `days` oldest first. */
export function operatorPage(
  housed: Housed,
  reading: Reading,
  { days, unmet, period }: Counted,
  { organization }: Pick<OperatorAccess, 'organization'>,
  timeOf: (figures: Figures) => string,
): HttpAnswer {
  const { locale } = reading;
  const words = statisticsWords[locale];
  const out = signOut(words.signedIn(organization), words);
  const last = days.at(-1);
  if (!last) {
    return showPage(housed, 200, reading, { heading: words.heading, body: markup`<p>${words.nothing}</p>${out}` });
  }
  return showPage(housed, 200, reading, {
    heading: words.heading,
    about: words.asOf(last.day, timeOf(last)),
    body: markup`<h2 class="hidden">${words.heading}</h2>${overview(last, locale)}${periods(period, locale)}${out}`,
    cards: [...linesByDay(days, locale), ...barsOfDay(last, locale), ...(unmet ? radar(unmet, locale) : [])],
  });
}

/** To a member, who has no business here. */
export function notOperatorPage(housed: Housed, reading: Reading): HttpAnswer {
  const [heading, sentence, again] = statisticsWords[reading.locale].notOperator;
  const way = `/v1/sign-in?${new URLSearchParams({ to: `${statisticsPath}?lang=${reading.locale}` })}`;
  const body = markup`<p>${sentence}</p><p><a class="button" href="${way}">${again}</a></p>`;
  return showPage(housed, 403, reading, { heading, body });
}
