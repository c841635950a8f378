import { raw } from 'hono/html';
import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { pageAnswer } from '../_runtime/page-lambda.ts';
import { styleHash, styleSheet } from './page-style.ts';
import { pageWords, type Trouble } from './page-words.ts';

/** Where a page is, as seen from itself, so that whatever stands before it is kept; and in which language it is read. */
export type Reading = {
  readonly locale: Locale;
  readonly place: string;
  /** What leads to it beside the language. */
  readonly query: Readonly<Record<string, string>>;
};

/** What a page says. `about` is the line under its heading. */
export type Said = {
  readonly heading: string;
  readonly about?: string | undefined;
  /** That something was done: said first, and read out at once. */
  readonly done?: string | undefined;
  readonly body: Markup;
  /** What stands in cards of their own below, side by side where there is room. */
  readonly cards?: readonly Markup[];
};

/** Whose page it is. */
export type Housed = { readonly zone: { readonly name: Bilingual } };

const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en');

const or = (part: Markup | undefined): Markup => part ?? markup``;

function document(
  zone: string,
  { locale, place, query }: Reading,
  { heading, about, done, body, cards = [] }: Said,
): string {
  const [other, words] = [otherLocale(locale), pageWords[locale]];
  const link = `${place}?${new URLSearchParams({ ...query, lang: other })}`;
  const line = about === undefined ? undefined : markup`<p class="about"><bdi>${about}</bdi></p>`;
  const told = done === undefined ? undefined : markup`<p class="done" role="status">${done}</p>`;
  const beside = cards.map((card) => markup`<section class="card">${card}</section>`);
  const more = cards.length === 0 ? undefined : markup`<div class="cards">${beside}</div>`;
  return markup`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${heading} · ${zone}</title>${styleSheet}</head>
<body${cards.length === 0 ? '' : raw(' class="wide"')}><header><p>${zone}</p><nav aria-label="${words.languages}"><a href="${link}" lang="${other}" hreflang="${other}" rel="nofollow">${words.other}</a></nav></header>
<main><h1>${heading}</h1>${or(line)}${or(told)}<div class="card">${body}</div>${or(more)}</main>
<footer>${words.noAdvice}</footer></body></html>
`.toString();
}

/** A page of the zone, in the reader's language and with a way to the other one. */
export const showPage = ({ zone }: Housed, statusCode: number, reading: Reading, said: Said): HttpAnswer =>
  pageAnswer({
    statusCode,
    locale: reading.locale,
    html: document(nameIn(reading.locale, zone.name), reading, said),
    styleHash,
  });

const statusOf: Readonly<Record<Trouble, number>> = { invalid: 404, expired: 410, failed: 500 };

/** One sentence to whoever has no valid link: it names nobody. */
export function troublePage(housed: Housed, reading: Reading, trouble: Trouble): HttpAnswer {
  const [heading, sentence] = pageWords[reading.locale].troubles[trouble];
  return showPage(housed, statusOf[trouble], reading, { heading, body: markup`<p>${sentence}</p>` });
}

/** What is shown where all else fails. */
export const failurePage =
  (housed: Housed, place: string) =>
  (event: HttpEvent): HttpAnswer =>
    troublePage(housed, { locale: requestLocale(event), place, query: {} }, 'failed');
