import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { RenderedMail } from '../../functions/_mail/rendered-mail.ts';

/** What is looked at: a mail of a kind, in one language or the other. */
export type Sample = { readonly name: string; readonly render: (locale: Locale) => RenderedMail };
