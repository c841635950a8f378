import { aside, card } from './card.ts';
import { type Content, element, together } from './content.ts';
import { endedMatches, endedText } from './ended-matches.ts';
import { frameOf, zoneName } from './frame-of.ts';
import { mailLocale } from './mail-locale.ts';
import { type MailFrame, mailPage } from './mail-page.ts';
import { mailText, paragraph } from './mail-text.ts';
import { matchCard } from './match-card.ts';
import type { MatchMailInput } from './match-mail-input.ts';
import { briefText, matchText } from './match-text.ts';
import { type MatchView, viewOf } from './match-view.ts';
import { present } from './missing-mail-value.ts';
import { moreMatches, moreSentences } from './more-matches.ts';
import { overview } from './overview.ts';
import { type Phrases, phrases } from './phrases.ts';
import type { RenderedMail } from './rendered-mail.ts';
import { shortened, typedLine } from './single-line.ts';
import { wrapped } from './wrapped-lines.ts';

/** Gmail cuts a mail off at 102 KB: its end, with what a mail must say, would be lost. */
const mostBytes = 100_000;
const titleColumnsInSubject = 80;
/** Where not even one match would fit, titles are cut to this in the HTML part; the text part has them whole. */
const titleColumnsAtWorst = 1000;

const bytesOf = (html: string): number => new TextEncoder().encode(html).length;

type Said = {
  readonly frame: MailFrame;
  readonly views: readonly MatchView[];
  readonly mostShown: number;
  readonly all: string;
  /** What stands after the matches, with the words of it. */
  readonly ended: Content;
  readonly broad: string | undefined;
  readonly words: Phrases;
};

function page({ frame, views, all, ended, broad, words }: Said, top: readonly MatchView[], full: number): string {
  const narrow = broad === undefined ? together() : card(element('b', null, words.broadHeading), aside(broad));
  const rest = moreMatches({ byTitle: top.length - full, unnamed: views.length - top.length }, all, words);
  const cards = top.slice(0, full).map((view) => matchCard(view, words));
  return mailPage(frame, [overview(top), ...cards, rest, narrow, ended]);
}

const cut = ({ frame, views, ...rest }: Said): Said => ({
  ...rest,
  frame: { ...frame, about: { ...frame.about, text: shortened(frame.about.text, titleColumnsAtWorst) } },
  views: views.map((view) => ({ ...view, title: shortened(view.title, titleColumnsAtWorst) })),
});

type HtmlPart = { readonly html: string; readonly full: number };

/** The HTML part with as many matches in full as it can hold: at least the first, where there is one. */
function htmlPart(said: Said): HtmlPart {
  const top = said.views.slice(0, said.mostShown);
  const first = Math.min(1, top.length);
  let best: HtmlPart | undefined;
  // So many fit, and one more may not: looked for by halves.
  for (let [least, beyond, full] = [first, top.length + 1, top.length]; least < beyond; ) {
    const html = page(said, top, full);
    if (bytesOf(html) < mostBytes) {
      best = { html, full };
      least = full + 1;
    } else beyond = full;
    full = Math.floor((least + beyond) / 2);
  }
  if (best) return best;
  const shorter = cut(said);
  return { html: page(shorter, shorter.views.slice(0, said.mostShown), first), full: first };
}

/** The mail that tells a buyer of new matches of a demand, and of matches told before that are open no longer. */
export function renderMatchMail(input: MatchMailInput): RenderedMail {
  const { matches, ended, links, mostShown } = input;
  const locale = mailLocale(input.locale);
  const words = phrases[locale];
  const demand = typedLine(present('demand.title', input.demand.title));
  const views = matches.map((match) => viewOf(match, locale, links));
  const titled = shortened(demand, titleColumnsInSubject);
  const isNews = views.length > 0;
  const subject = isNews ? words.subject(views.length, titled) : words.endedSubject(ended.length, titled);
  const best = views[0];
  const zone = zoneName(input.zone, locale);
  const frame = frameOf({
    locale,
    zone,
    subject,
    preview: best ? words.best(best.score, best.title) : words.whyEnded,
    heading: isNews ? words.found(views.length) : words.ended(ended.length),
    about: { label: words.demand, text: demand },
    reasons: [words.reminder(zone), words.unnamed],
    links,
  });
  const all = present('links.matches', links.matches);
  const broad = input.isBroad ? words.broad(mostShown) : undefined;
  const { html, full } = htmlPart({
    frame,
    views,
    mostShown,
    all,
    broad,
    ended: endedMatches(ended, words, !isNews),
    words,
  });
  const named = Math.min(views.length, mostShown);
  const more = moreSentences({ byTitle: named - full, unnamed: views.length - named }, words);
  const text = mailText(frame, [
    ...views.slice(0, full).flatMap((view, index) => matchText(view, index + 1, words)),
    ...views.slice(full, named).flatMap((view, index) => briefText(view, full + index + 1)),
    ...more.flatMap((sentence) => wrapped(sentence, '')),
    ...(more.length > 0 ? [`${words.allMatches}${words.colon}`.trimEnd(), all, ''] : []),
    ...(broad === undefined ? [] : paragraph(`${words.broadHeading}${words.colon}${broad}`)),
    ...endedText(ended, words, !isNews),
  ]);
  return { subject, html, text };
}
