import { maskedAddress } from '../../domain/contact/address.ts';
import type { EndedMails } from '../_links/reader-tokens.ts';
import { markup } from '../_mail/markup.ts';
import { shownName } from '../_mail/shown-name.ts';
import { type Housed, type Reading, showPage } from '../_pages/page.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import type { Named } from './owner.ts';
import { preferencesWords } from './preferences-words.ts';
import { unsubscribeWords } from './unsubscribe-words.ts';

/** The place of the page, as seen from itself. */
export const unsubscribePlace = 'unsubscribe';

const aboutOf = (named: Named | undefined, { locale }: Reading): string | undefined =>
  named && preferencesWords[locale].about(shownName(named.organization.name));

const address = (named: Named | undefined, { locale }: Reading) =>
  named ? markup`<p>${preferencesWords[locale].address(maskedAddress(named.contact.email))}</p>` : markup``;

/** Asks whether these mails are to end. The button sends what a mail reader would send in its place. */
export function askingPage(
  housed: Housed,
  statusCode: 200 | 400,
  reading: Reading,
  ends: EndedMails,
  named: Named | undefined,
): HttpAnswer {
  const { locale, query } = reading;
  const words = unsubscribeWords[locale];
  const action = `${unsubscribePlace}?${new URLSearchParams({ ...query, lang: locale })}`;
  const body = markup`<p>${words.what[ends]}</p>${address(named, reading)}
<form class="answers" method="post" action="${action}"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button class="yes">${words.stop}</button></form>
<p><small>${words.looking}</small></p>`;
  return showPage(housed, statusCode, reading, { heading: words.asks[ends], about: aboutOf(named, reading), body });
}

/** Says that these mails have ended, and where that can be changed. */
export function endedPage(
  housed: Housed,
  reading: Reading,
  ends: EndedMails,
  named: Named | undefined,
  preferences: string,
): HttpAnswer {
  const words = unsubscribeWords[reading.locale];
  const body = markup`${address(named, reading)}<p>${words.back}</p><p><a href="${preferences}">${words.preferences}</a></p>`;
  return showPage(housed, 200, reading, {
    heading: words.ended[ends],
    about: aboutOf(named, reading),
    done: words.done[ends],
    body,
  });
}
