import type { Look } from './pictures.ts';

/** Where the pictures lie that tests compare with; the README shows some of them. */
export const referenceFolder = new URL('../../docs/mail/', import.meta.url);

/** How much of a mail is compared: all that is drawn; below stands text. */
export const referenceHeight = 1100;

/** A few mails that together show each part of the template, in both languages, widths and schemes. */
export const references: readonly { readonly name: string; readonly look: Look }[] = [
  { name: 'matches-01-en', look: { width: 360, scheme: 'light' } },
  { name: 'matches-01-en', look: { width: 360, scheme: 'dark' } },
  { name: 'matches-03-zh-CN', look: { width: 360, scheme: 'light' } },
  { name: 'nothing-yet-zh-CN', look: { width: 360, scheme: 'dark' } },
  { name: 'supplier-report-en', look: { width: 720, scheme: 'light' } },
  { name: 'invitation-zh-CN', look: { width: 360, scheme: 'light' } },
];

/** The name of a picture's file. */
export const pictureName = (name: string, { width, scheme }: Look): string => `${name}-${width}-${scheme}.png`;
