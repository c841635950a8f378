import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { fonts, light, styleSheet } from './mail-style.ts';
import { type Markup, markup } from './markup.ts';

/** What stands around what a mail is about; `demand` is the line under its heading. */
export type MailFrame = {
  readonly locale: Locale;
  readonly subject: string;
  readonly preview: string;
  readonly zone: string;
  readonly heading: string;
  readonly demand: string;
  readonly footer: readonly string[];
  readonly unsubscribe: { readonly text: string; readonly link: string } | undefined;
};

function footer(frame: MailFrame): Markup {
  const { unsubscribe } = frame;
  const stop = unsubscribe
    ? markup`<br><a class="m" href="${unsubscribe.link}" style="color:${light.muted}">${unsubscribe.text}</a>`
    : '';
  const lines = frame.footer.map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`));
  return markup`<p class="m" style="font-size:12px;line-height:19px;color:${light.muted};padding:8px 4px 0">${lines}${stop}</p>`;
}

/** The whole document: one column of at most 640 px that shrinks to the reader's screen. */
export function mailPage(frame: MailFrame, body: readonly Markup[]): Markup {
  return markup`<!doctype html>
<html lang="${frame.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${frame.subject}</title>${styleSheet}</head>
<body class="p" style="margin:0;background:${light.page}"><div style="display:none;max-height:0;overflow:hidden">${frame.preview}</div>
<table role="presentation" class="p" width="100%" cellpadding="0" cellspacing="0" style="background:${light.page}"><tr><td align="center" style="padding:20px 12px 28px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;text-align:left"><tr><td class="i" style="font:14px/22px ${fonts[frame.locale]};color:${light.ink};word-break:break-word;text-wrap:pretty">
<p class="a" style="padding:0 4px;font-size:13px;color:${light.accent}">${frame.zone}</p>
<h1 style="padding:4px 4px 0;font-size:22px;line-height:32px">${frame.heading}</h1>
<p class="m" style="padding:0 4px 16px;color:${light.muted}"><bdi>${frame.demand}</bdi></p>
${body}${footer(frame)}
</td></tr></table></td></tr></table></body></html>`;
}
