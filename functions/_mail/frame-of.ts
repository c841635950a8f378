import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { framePhrases } from './frame-phrases.ts';
import type { MailLinks } from './mail-links.ts';
import type { MailFrame } from './mail-page.ts';
import { present } from './missing-mail-value.ts';
import { singleLine } from './single-line.ts';

type Parts = Pick<MailFrame, 'locale' | 'subject' | 'preview' | 'heading' | 'about'> & {
  readonly zone: string;
  /** Why the reader gets it, and what else is particular to a mail of this kind. */
  readonly reasons: readonly string[];
  readonly links: Pick<MailLinks, 'preferences' | 'unsubscribe'>;
};

/** How the zone is called in a mail. Throws MissingMailValue where it has no name. */
export const zoneName = (zone: { readonly name: Bilingual }, locale: Locale): string =>
  singleLine(present('zone.name', nameIn(locale, zone.name)));

/** The frame of a mail to somebody who wanted it once: with who sends it, what it is not, and how to have no more of it. */
export function frameOf({ reasons, links, ...rest }: Parts): MailFrame {
  const words = framePhrases[rest.locale];
  return {
    ...rest,
    footer: [...reasons, words.replies, words.noAdvice],
    otherLanguage: words.otherLanguage,
    links: [
      { text: words.preferences, link: present('links.preferences', links.preferences) },
      { text: words.unsubscribe, link: present('links.unsubscribe', links.unsubscribe) },
    ],
  };
}
