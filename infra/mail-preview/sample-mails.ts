import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { RenderedMail } from '../../functions/_mail/rendered-mail.ts';
import { matchSamples } from './match-samples.ts';
import { otherSamples } from './other-samples.ts';

/** A mail to look at: what it is called, in which language it is, and how it is made. */
export type SampleMail = { readonly name: string; readonly locale: Locale; readonly render: () => RenderedMail };

const locales: readonly Locale[] = ['zh-CN', 'en'];

/** Every mail to look at, in both languages. */
export const sampleMails: readonly SampleMail[] = [...matchSamples, ...otherSamples].flatMap(({ name, render }) =>
  locales.map((locale) => ({ name: `${name}-${locale}`, locale, render: () => render(locale) })),
);
