import { maskedAddress } from '../../domain/contact/address.ts';
import type { Contact, Organization } from '../../domain/organization/organization.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { invitationPhrases } from '../_mail/invitation-phrases.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownName } from '../_mail/shown-name.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { pageAnswer } from '../_runtime/page-lambda.ts';
import type { Deps } from './deps.ts';
import { type Message, pagePhrases } from './page-phrases.ts';
import { styleHash, styleSheet } from './page-style.ts';

/** The place of the page, as seen from itself: whatever stands before it is kept. */
const place = 'contact-confirmation';

/** In which language a page is, and the token that leads to it in the other. */
export type Reading = { readonly locale: Locale; readonly token: string };

const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en');

type Said = { readonly heading: string; readonly about?: string; readonly body: Markup };

function document({ zone }: Pick<Deps, 'zone'>, { locale, token }: Reading, { heading, about, body }: Said): string {
  const [other, words] = [otherLocale(locale), pagePhrases[locale]];
  const link = `${place}?${new URLSearchParams({ token, lang: other })}`;
  const line = about === undefined ? '' : markup`<p class="about"><bdi>${about}</bdi></p>`;
  return markup`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${heading}</title>${styleSheet}</head>
<body><main><p class="zone">${nameIn(locale, zone.name)}</p><h1>${heading}</h1>${line}<div class="card">${body}</div>
<footer>${words.noAdvice} <a href="${link}" lang="${other}" rel="nofollow">${words.other}</a></footer></main></body></html>
`.toString();
}

/** What somebody who was invited is asked, and the two answers. */
export function questionPage(deps: Deps, reading: Reading, organization: Organization, contact: Contact): HttpAnswer {
  const { locale, token } = reading;
  const [words, own] = [invitationPhrases[locale], pagePhrases[locale]];
  const zone = nameIn(locale, deps.zone.name);
  const body = markup`<p>${words.asks(zone)}</p><p>${own.address(maskedAddress(contact.email))}</p><p>${words.what}</p>
<form method="post" action="${place}"><input type="hidden" name="token" value="${token}"><input type="hidden" name="lang" value="${locale}"><button class="yes" name="answer" value="confirm">${own.yes}</button><button name="answer" value="refuse">${own.no}</button></form>
<p><small>${words.unverified}</small></p>`;
  return pageAnswer({
    statusCode: 200,
    locale,
    html: document(deps, reading, { heading: words.heading, about: words.who(shownName(organization.name)), body }),
    styleHash,
  });
}

const refusal = ({ locale, token }: Reading): Markup =>
  markup`<form method="post" action="${place}"><input type="hidden" name="token" value="${token}"><input type="hidden" name="lang" value="${locale}"><button name="answer" value="refuse">${pagePhrases[locale].no}</button></form>`;

const statusOf: Readonly<Record<Message, number>> = {
  'now-confirmed': 200,
  'now-refused': 200,
  confirmed: 410,
  refused: 410,
  expired: 410,
  withdrawn: 404,
  void: 404,
  invalid: 404,
  failed: 500,
};

/**
 * One sentence, and where it can still be refused a button. It names no organization and no address: whoever has no valid
 * link learns nothing.
 */
export function messagePage(deps: Pick<Deps, 'zone'>, reading: Reading, message: Message): HttpAnswer {
  const [heading, sentence] = pagePhrases[reading.locale].messages[message];
  const form = message === 'withdrawn' ? refusal(reading) : '';
  const html = document(deps, reading, { heading, body: markup`<p>${sentence}</p>${form}` });
  return pageAnswer({ statusCode: statusOf[message], locale: reading.locale, html, styleHash });
}

export const failurePage =
  (deps: Pick<Deps, 'zone'>) =>
  (event: HttpEvent): HttpAnswer =>
    messagePage(deps, { locale: requestLocale(event), token: '' }, 'failed');
