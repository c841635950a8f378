import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { button } from './button.ts';
import { type InvitationPhrases, invitationPhrases } from './invitation-phrases.ts';
import { type MailFrame, mailPage } from './mail-page.ts';
import { light } from './mail-style.ts';
import { markup } from './markup.ts';
import type { RenderedMail } from './match-mail.ts';
import { shortened, singleLine, typedLine } from './single-line.ts';
import { wrapped } from './wrapped-lines.ts';

/** What an invitation is made from. The organization's name is all of it that somebody else typed. */
export type InvitationMailInput = {
  readonly locale: Locale;
  readonly zone: { readonly name: Bilingual };
  readonly organization: { readonly name: string };
  readonly link: string;
  /** When the link ends, as the reader's clock shows it. */
  readonly until: string;
};

const nameColumns = 80;

/** A name as an invitation shows it: one short line that is no link. */
export const shownName = (name: string): string => shortened(typedLine(name), nameColumns);

function htmlPart(frame: MailFrame, { link, until }: InvitationMailInput, words: InvitationPhrases): string {
  const body = markup`<table role=presentation class=k width=100% cellpadding=0 cellspacing=0 style="background:${light.card};border:1px solid ${light.line};border-radius:10px;margin-bottom:16px"><tr><td class=i style="padding:18px 16px;font-size:14px;line-height:23px;color:${light.ink}">
<p>${words.asks(frame.zone)}</p><p style="padding-top:12px">${words.what}</p><p style="padding:12px 0 16px">${words.press}</p>${button(words.open, link)}
<p class=m style="padding-top:16px;font-size:12px;line-height:19px;color:${light.muted}">${words.orCopy}<br><a class=a href="${link}" style="color:${light.accent};word-break:break-all">${link}</a></p>
<p style="padding-top:12px">${words.until(until)}</p><p style="padding-top:12px">${words.orNot}</p></td></tr></table>
`;
  return mailPage(frame, [body]).toString();
}

function textPart(frame: MailFrame, { link, until }: InvitationMailInput, words: InvitationPhrases): string {
  const paragraphs = [frame.heading, frame.demand, words.asks(frame.zone), words.what, words.press];
  const lines = [
    frame.zone,
    '',
    ...paragraphs.flatMap((text) => [...wrapped(text, ''), '']),
    link,
    '',
    ...[words.until(until), words.orNot].flatMap((text) => [...wrapped(text, ''), '']),
    '---',
    ...frame.footer.flatMap((line) => wrapped(line, '')),
  ];
  return `${lines.join('\n')}\n`;
}

/** The mail that asks the owner of an address whether it wants an organization's mails. */
export function renderInvitation(input: InvitationMailInput): RenderedMail {
  const words = invitationPhrases[input.locale];
  const organization = shownName(input.organization.name);
  const frame: MailFrame = {
    locale: input.locale,
    subject: words.subject(organization),
    preview: words.preview,
    zone: singleLine(nameIn(input.locale, input.zone.name)),
    heading: words.heading,
    demand: words.who(organization),
    footer: [words.unverified, words.onlyLinks, words.noAdvice, words.otherLanguage],
    unsubscribe: undefined,
  };
  return { subject: frame.subject, html: htmlPart(frame, input, words), text: textPart(frame, input, words) };
}
