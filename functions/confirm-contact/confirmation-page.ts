import { maskedAddress } from '../../domain/contact/address.ts';
import type { Contact, Organization } from '../../domain/organization/organization.ts';
import { nameIn } from '../../domain/vocabulary/bilingual.ts';
import { invitationPhrases } from '../_mail/invitation-phrases.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownName } from '../_mail/shown-name.ts';
import { type Housed, type Reading, showPage } from '../_pages/page.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type Message, pagePhrases } from './page-phrases.ts';

/** The place of the page, as seen from itself. */
export const place = 'contact-confirmation';

const form = ({ locale, query }: Reading, buttons: Markup): Markup =>
  markup`<form class="answers" method="post" action="${place}"><input type="hidden" name="token" value="${query['token'] ?? ''}"><input type="hidden" name="lang" value="${locale}">${buttons}</form>`;

/** What somebody who was invited is asked, and the two answers. */
export function questionPage(
  housed: Housed,
  reading: Reading,
  organization: Organization,
  contact: Contact,
): HttpAnswer {
  const { locale } = reading;
  const [words, own] = [invitationPhrases[locale], pagePhrases[locale]];
  const buttons = markup`<button class="yes" name="answer" value="confirm">${own.yes}</button><button name="answer" value="refuse">${own.no}</button>`;
  const body = markup`<p>${words.asks(nameIn(locale, housed.zone.name))}</p><p>${own.address(maskedAddress(contact.email))}</p><p>${words.what}</p>
${form(reading, buttons)}
<p><small>${words.unverified}</small></p>`;
  return showPage(housed, 200, reading, {
    heading: words.heading,
    about: words.who(shownName(organization.name)),
    body,
  });
}

const refusal = (reading: Reading): Markup =>
  form(reading, markup`<button name="answer" value="refuse">${pagePhrases[reading.locale].no}</button>`);

const statusOf: Readonly<Record<Message, number>> = {
  'now-confirmed': 200,
  'now-refused': 200,
  confirmed: 410,
  refused: 410,
  expired: 410,
  withdrawn: 404,
  void: 404,
  invalid: 404,
};

/**
 * One sentence, and where it can still be refused a button. It names no organization and no address: whoever has no valid
 * link learns nothing. `way` leads whoever has just agreed to what else it may choose.
 */
export function messagePage(housed: Housed, reading: Reading, message: Message, way?: string): HttpAnswer {
  const [heading, sentence] = pagePhrases[reading.locale].messages[message];
  const offered = message === 'withdrawn' ? refusal(reading) : '';
  const on = way === undefined ? '' : markup`<p><a href="${way}">${pagePhrases[reading.locale].preferences}</a></p>`;
  return showPage(housed, statusOf[message], reading, { heading, body: markup`<p>${sentence}</p>${offered}${on}` });
}
