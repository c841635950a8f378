import { nameIn } from '../../domain/vocabulary/bilingual.ts';
import { endedMatches, endedText } from './ended-matches.ts';
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
import { shortened, singleLine, typedLine } from './single-line.ts';
import { wrapped } from './wrapped-lines.ts';

const mostShown = 20;
/** Gmail cuts a mail off at 102 KB: its end, with what a mail must say, would be lost. */
const mostBytes = 100_000;
const titleColumnsInSubject = 80;

/** A mail as it is sent: one line of subject, an HTML part and a text part that say the same. */
export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string };

const bytesOf = (html: string): number => new TextEncoder().encode(html).length;

/** The HTML part with as many matches in full as it can hold, and how many these are: at least the first, where there is one. */
function htmlPart(
  frame: MailFrame,
  views: readonly MatchView[],
  all: string,
  ended: Markup,
  words: Phrases,
): { html: string; full: number } {
  const top = views.slice(0, mostShown);
  const cards = top.map((view) => matchCard(view, words));
  for (let full = cards.length; ; full -= 1) {
    const rest = moreMatches(views.length - full, all, words);
    const html = mailPage(frame, [overview(top), ...cards.slice(0, full), rest, ended]).toString();
    if (full <= 1 || bytesOf(html) < mostBytes) return { html, full };
  }
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

/** The mail that tells a buyer of new matches of a demand, and of matches told before that are open no longer. */
export function renderMatchMail(input: MatchMailInput): RenderedMail {
  const { locale, matches, ended, publicBaseUrl } = input;
  const words = phrases[locale];
  const zone = singleLine(nameIn(locale, input.zone.name));
  const demand = typedLine(input.demand.title);
  const views = matches.map((match) => viewOf(match, locale, publicBaseUrl));
  const all = demandMatchesLink(publicBaseUrl, input.demand.id);
  const titled = shortened(demand, titleColumnsInSubject);
  const isNews = views.length > 0;
  const subject = isNews ? words.subject(views.length, titled) : words.endedSubject(ended.length, titled);
  const best = views[0];
  const frame: MailFrame = {
    locale,
    subject,
    preview: best ? words.best(best.score, best.title) : '',
    zone,
    heading: isNews ? words.found(views.length) : words.ended(ended.length),
    demand: words.demand(demand),
    footer: [words.reminder(zone), words.unnamed, words.noAdvice],
    unsubscribe: input.unsubscribe ? { text: words.unsubscribe, link: input.unsubscribe } : undefined,
  };
  const { html, full } = htmlPart(frame, views, all, endedMatches(ended, words, !isNews), words);
  const hidden = views.length - full;
  const more = hidden > 0 ? [words.more(hidden), `${words.allMatches}${words.colon}`.trimEnd(), all, ''] : [];
  return {
    subject,
    html,
    text: textPart(frame, views.slice(0, full), [...more, ...endedText(ended, words, !isNews)], words),
  };
}
