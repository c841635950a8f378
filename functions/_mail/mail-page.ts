import { Body, Container, Head, Html, Preview } from 'react-email';
import { box } from './box.ts';
import { type Content, element, htmlOf } from './content.ts';
import { type Footer, mailFooter } from './mail-footer.ts';
import { fonts, light, outlookSheet, styleSheet } from './mail-style.ts';
import { shortened } from './single-line.ts';

/** What stands around what a mail is about. */
export type MailFrame = Footer & {
  readonly subject: string;
  /** What a list of mails shows beside the subject. */
  readonly preview: string;
  readonly zone: string;
  readonly heading: string;
  /** The line under the heading: what it is, and what somebody typed or was said of it, which may run from right to left. */
  readonly about: { readonly label: string; readonly text: string };
};

/** As much as a list of mails has room for. */
const previewColumns = 120;

const meta = (name: string, content: string): Content => element('meta', { name, content });

function head({ subject }: MailFrame): Content {
  return element(
    Head,
    null,
    meta('viewport', 'width=device-width'),
    meta('color-scheme', 'light dark'),
    meta('supported-color-schemes', 'light dark'),
    meta('format-detection', 'telephone=no,date=no,address=no'),
    element('title', null, subject),
    element('style', null, styleSheet),
  );
}

function heading({ zone, heading: said, about }: MailFrame): readonly Content[] {
  const sender = { padding: '0 4px', fontSize: 13, fontWeight: 600, color: light.accent };
  return [
    element('p', { className: 'a', style: sender }, zone),
    element('h1', { className: 'i', style: { padding: '6px 4px 0', fontSize: 24, lineHeight: '32px' } }, said),
    element(
      'p',
      { className: 'm', style: { padding: '4px 4px 18px', fontSize: 15, color: light.muted } },
      about.label,
      element('bdi', null, about.text),
    ),
  ];
}

/** The whole document: one column of at most 640 px that shrinks to the reader's screen. */
export function mailPage(frame: MailFrame, body: readonly Content[]): string {
  const { locale: lang } = frame;
  const column = {
    padding: '24px 12px 32px',
    font: `14px/22px ${fonts[lang]}`,
    color: light.ink,
    textAlign: 'left',
    wordBreak: 'break-word',
  } as const;
  const content = box({}, { className: 'i', style: column }, ...heading(frame), ...body, mailFooter(frame));
  const html = htmlOf(
    element(
      Html,
      { lang },
      head(frame),
      element(
        Body,
        { lang, className: 'p', style: { margin: 0, backgroundColor: light.page } },
        element(Preview, { useTitleTag: false, children: shortened(frame.preview, previewColumns) }),
        element(Container, { style: { maxWidth: 640 } }, content),
      ),
    ),
  );
  return `<!doctype html>\n${html.replace('</head>', `${outlookSheet}</head>`)}`;
}
