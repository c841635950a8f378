import { nameIn } from '../../domain/vocabulary/bilingual.ts';
import { demandMatchesLink } from './mail-links.ts';
import { type MailFrame, mailPage } from './mail-page.ts';
import type { Markup } from './markup.ts';
import { matchCard } from './match-card.ts';
import type { MatchMailInput } from './match-mail-input.ts';
import { matchText } from './match-text.ts';
import { type MatchView, viewOf } from './match-view.ts';
import { moreMatches } from './more-matches.ts';
import { overview } from './overview.ts';
import { type Phrases, phrases } from './phrases.ts';
import { shortened, singleLine } from './single-line.ts';
import { wrapped } from './wrapped-lines.ts';

const mostShown = 20;
/** Gmail cuts a mail off at 102 KB; the rest of the page takes less than the 10 KB left. */
const mostBytesOfCards = 88_000;
const titleColumnsInSubject = 80;

/** A mail as it is sent: one line of subject, an HTML part and a text part that say the same. */
export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string };

/** The cards of as many matches as a mail can hold, at least of the first. */
function cardsThatFit(views: readonly MatchView[], words: Phrases): readonly Markup[] {
  const encoder = new TextEncoder();
  const cards: Markup[] = [];
  let bytes = 0;
  for (const view of views.slice(0, mostShown)) {
    const card = matchCard(view, words);
    bytes += encoder.encode(card.toString()).length;
    if (cards.length > 0 && bytes > mostBytesOfCards) break;
    cards.push(card);
  }
  return cards;
}

function textPart(frame: MailFrame, shown: readonly MatchView[], more: readonly string[], words: Phrases): string {
  const lines = [
    frame.zone,
    ...wrapped(frame.heading, ''),
    ...wrapped(frame.demand, ''),
    '',
    ...shown.flatMap((view, index) => matchText(view, index + 1, words)),
    ...more,
    '---',
    ...frame.footer.flatMap((line) => wrapped(line, '')),
    ...(frame.unsubscribe ? [`${frame.unsubscribe.text}${words.colon}`.trimEnd(), frame.unsubscribe.link] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The mail that tells a buyer of new matches of a demand. */
export function renderMatchMail(input: MatchMailInput): RenderedMail {
  const { locale, matches, publicBaseUrl } = input;
  const words = phrases[locale];
  const zone = singleLine(nameIn(locale, input.zone.name));
  const demand = singleLine(input.demand.title);
  const views = matches.map((match) => viewOf(match, locale, publicBaseUrl));
  const cards = cardsThatFit(views, words);
  const shown = views.slice(0, cards.length);
  const hidden = views.length - shown.length;
  const all = demandMatchesLink(publicBaseUrl, input.demand.id);
  const subject = words.subject(views.length, shortened(demand, titleColumnsInSubject));
  const best = views[0];
  const frame: MailFrame = {
    locale,
    subject,
    preview: best ? words.best(best.score, best.title) : '',
    zone,
    heading: words.found(views.length),
    demand: words.demand(demand),
    footer: [words.reminder(zone), words.unnamed, words.noAdvice],
    unsubscribe: input.unsubscribe ? { text: words.unsubscribe, link: input.unsubscribe } : undefined,
  };
  const more = hidden > 0 ? [words.more(hidden), `${words.allMatches}${words.colon}`.trimEnd(), all, ''] : [];
  return {
    subject,
    html: mailPage(frame, [overview(shown), ...cards, moreMatches(hidden, all, words)]).toString(),
    text: textPart(frame, shown, more, words),
  };
}
