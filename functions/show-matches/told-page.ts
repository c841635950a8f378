import type { DemandId, MatchId } from '../../domain/ids.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import type { MatchView } from '../_mail/match-view.ts';
import { typedLine } from '../_mail/single-line.ts';
import { type Housed, type Reading, showPage } from '../_pages/page.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { otherList, scoredList } from './criterion-list.ts';
import { matchWords } from './match-words.ts';

/** The place of the page, as seen from itself. */
export const toldPlace = 'match-page';

/** Which match a page is of, in which demand of the reader's. */
export type Told = { readonly matchId: MatchId; readonly demandId: DemandId; readonly demandTitle: string };

const facts = (rows: readonly (readonly [name: string, value: string])[]): Markup =>
  markup`<dl class="facts">${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

/** A match as the mail showed it, and nothing that it did not. */
export function toldPage(
  housed: Housed,
  reading: Reading,
  view: MatchView,
  { matchId, demandId, demandTitle }: Told,
): HttpAnswer {
  const words = matchWords[reading.locale];
  const criteria = [
    ...view.scored.map((one) => ({ ...one, mark: one.symbol === undefined ? '' : one.mark })),
    ...view.unscored.map((one) => ({ ...one, score: null })),
  ];
  const duties = view.obligations.map(({ sentence, source }) => markup`<li>${sentence}${words.source(source)}</li>`);
  const cleared = view.cleared === undefined ? '' : markup`<p>${view.cleared}</p>`;
  const body = markup`<p class="score"><b>${view.score}</b><span>${words.score}</span></p>
${facts([
  [words.domain, view.domain],
  [words.level, view.level],
  [words.delivery, view.delivery],
])}${cleared}
<div class="note"><h2>${words.toArrange}</h2><ul>${duties}</ul></div>
<h2>${words.why}</h2>${scoredList(criteria)}
${otherList(criteria, words.alsoChecked, words.colon)}
<p class="last">${words.more}</p><p><a class="button" href="match-page/${matchId}?lang=${reading.locale}">${words.signIn}</a></p>
<p><a href="match-pages?demand=${demandId}&amp;lang=${reading.locale}">${words.all}</a></p>
<p><small>${words.unnamed}</small></p>`;
  return showPage(housed, 200, reading, {
    heading: view.title,
    about: words.yourDemand(typedLine(demandTitle)),
    body,
  });
}

/** That a match is open no longer, by the title that its reader was told of it. */
export function endedPage(housed: Housed, reading: Reading, title: string | undefined): HttpAnswer {
  const [heading, sentence] = matchWords[reading.locale].ended;
  const about = title === undefined || title === '' ? undefined : typedLine(title);
  return showPage(housed, 410, reading, { heading, about, body: markup`<p>${sentence}</p>` });
}

/** To whoever was mailed once, and is no confirmed contact any more. */
export function gonePage(housed: Housed, reading: Reading): HttpAnswer {
  const [heading, sentence] = matchWords[reading.locale].gone;
  return showPage(housed, 410, reading, { heading, body: markup`<p>${sentence}</p>` });
}
