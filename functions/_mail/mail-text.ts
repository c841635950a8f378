import type { MailFrame } from './mail-page.ts';
import { wrapped } from './wrapped-lines.ts';

/** A paragraph of the text part, and the empty line after it. */
export const paragraph = (text: string): readonly string[] => [...wrapped(text, ''), ''];

/** The text part around what a mail is about: the same frame as that of the HTML part. */
export function mailText(frame: MailFrame, body: readonly string[]): string {
  const lines = [
    frame.zone,
    ...wrapped(frame.heading, ''),
    ...wrapped(frame.about.label + frame.about.text, ''),
    '',
    ...body,
    '---',
    ...[...frame.footer, frame.otherLanguage].flatMap((line) => wrapped(line, '')),
    ...frame.links.flatMap(({ text, link }) => ['', ...wrapped(text, ''), link]),
  ];
  return `${lines.join('\n')}\n`;
}
