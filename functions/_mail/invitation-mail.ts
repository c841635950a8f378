import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { button } from './button.ts';
import { aside, card, said } from './card.ts';
import { type Content, element } from './content.ts';
import { zoneName } from './frame-of.ts';
import { type InvitationPhrases, invitationPhrases } from './invitation-phrases.ts';
import { mailLocale } from './mail-locale.ts';
import { type MailFrame, mailPage } from './mail-page.ts';
import { light } from './mail-style.ts';
import { mailText, paragraph } from './mail-text.ts';
import { present } from './missing-mail-value.ts';
import type { RenderedMail } from './rendered-mail.ts';
import { shownName } from './shown-name.ts';

/** What an invitation is made from. The organization's name is all of it that somebody else typed. */
export type InvitationMailInput = {
  /** A language of the service; for any other see mailLocale. */
  readonly locale: string;
  readonly zone: { readonly name: Bilingual };
  readonly organization: { readonly name: string };
  readonly link: string;
  /** When the link ends, as the reader's clock shows it. */
  readonly until: string;
};

function question({ zone }: MailFrame, { link, until }: InvitationMailInput, words: InvitationPhrases): Content {
  const copied = { className: 'a', href: link, style: { color: light.accent, wordBreak: 'break-all' } } as const;
  return card(
    said(words.asks(zone)),
    said(words.what, 12),
    element('p', { style: { padding: '12px 0 18px' } }, words.press),
    button(words.open, link),
    aside(words.orCopy, element('br'), element('a', copied, link)),
    said(words.until(until), 12),
    said(words.orNot, 12),
  );
}

function questionText({ zone }: MailFrame, { link, until }: InvitationMailInput, words: InvitationPhrases) {
  return [
    ...[words.asks(zone), words.what, words.press].flatMap(paragraph),
    words.open,
    link,
    '',
    ...[words.until(until), words.orNot].flatMap(paragraph),
  ];
}

/** The mail that asks the owner of an address whether it wants an organization's mails. */
export function renderInvitation(input: InvitationMailInput): RenderedMail {
  const locale = mailLocale(input.locale);
  const words = invitationPhrases[locale];
  const organization = shownName(present('organization.name', input.organization.name));
  const asked = { ...input, link: present('link', input.link), until: present('until', input.until) };
  const frame: MailFrame = {
    locale,
    subject: words.subject(organization),
    preview: words.preview,
    zone: zoneName(input.zone, locale),
    heading: words.heading,
    about: { label: '', text: words.who(organization) },
    footer: [words.unverified, words.onlyLinks, words.noAdvice],
    otherLanguage: words.otherLanguage,
    links: [],
  };
  return {
    subject: frame.subject,
    html: mailPage(frame, [question(frame, asked, words)]),
    text: mailText(frame, questionText(frame, asked, words)),
  };
}
