import type { DemandId } from '../../domain/ids.ts';
import type { Count } from '../../domain/preview/coarse.ts';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { button } from './button.ts';
import { aside, card, note, said } from './card.ts';
import { element } from './content.ts';
import { frameOf, zoneName } from './frame-of.ts';
import type { MailLinks } from './mail-links.ts';
import { mailLocale } from './mail-locale.ts';
import { mailPage } from './mail-page.ts';
import { mailText, paragraph } from './mail-text.ts';
import { present, presentNumber } from './missing-mail-value.ts';
import { nothingYetPhrases } from './nothing-yet-phrases.ts';
import { bulletList, remedySentences } from './remedy-lines.ts';
import type { RenderedMail } from './rendered-mail.ts';
import { shortened, typedLine } from './single-line.ts';
import { wrapped } from './wrapped-lines.ts';

/** What the mail about a demand that found nothing for long is made from. */
export type NothingYetInput = {
  /** A language of the service; for any other see mailLocale. */
  readonly locale: string;
  readonly zone: { readonly name: Bilingual };
  readonly demand: { readonly id: DemandId; readonly title: string };
  /** For how many whole weeks nothing was found. */
  readonly weeks: number;
  /** What the buyer alone could do, and how many offers would match then: what helps most first. */
  readonly remedies: readonly { readonly remedy: Bilingual; readonly pairs: Count }[];
  readonly links: Pick<MailLinks, 'matches' | 'preferences' | 'unsubscribe'>;
};

const titleColumnsInSubject = 80;
/** So that a title of any length leaves the mail under what readers cut off. */
const titleColumns = 10_000;

/** The mail that tells a buyer that its demand is not forgotten, and what would let more offers match. */
export function renderNothingYet(input: NothingYetInput): RenderedMail {
  const locale = mailLocale(input.locale);
  const words = nothingYetPhrases[locale];
  const title = typedLine(present('demand.title', input.demand.title));
  const weeks = presentNumber('weeks', input.weeks);
  const open = present('links.matches', input.links.matches);
  const zone = zoneName(input.zone, locale);
  const told = input.remedies.map(({ remedy, pairs }) => ({ remedy, count: pairs }));
  const remedies = remedySentences(told, locale, words);
  const steps = remedies.length > 0 ? remedies : words.widen;
  const estimated = remedies.length > 0 ? [words.estimated] : [];
  const frame = frameOf({
    locale,
    zone,
    subject: words.subject(weeks, shortened(title, titleColumnsInSubject)),
    preview: words.preview,
    heading: words.heading(weeks),
    about: { label: words.demand, text: shortened(title, titleColumns) },
    reasons: [words.reminder(zone)],
    links: input.links,
  });
  const body = card(
    said(words.goesOn),
    note(element('h3', { style: { fontSize: 14 } }, words.youCould), bulletList(steps)),
    button(words.open, open),
    ...estimated.map((line) => aside(line)),
  );
  const text = [
    ...paragraph(words.goesOn),
    words.youCould,
    ...steps.flatMap((step) => wrapped(`- ${step}`, '', '  ')),
    '',
    words.open,
    open,
    '',
    ...estimated.flatMap(paragraph),
  ];
  return { subject: frame.subject, html: mailPage(frame, [body]), text: mailText(frame, text) };
}
