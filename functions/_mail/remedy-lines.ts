import type { Count } from '../../domain/preview/coarse.ts';
import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { type Content, element } from './content.ts';
import { present } from './missing-mail-value.ts';
import { singleLine } from './single-line.ts';

/** Something that a party can do, and how much of the other side's would match then: coarse below five. */
export type RemedyTold = { readonly remedy: Bilingual; readonly count: Count };

/** How a number of listings is said, exactly or below what may be told. */
export type CountPhrases = {
  readonly exactly: (count: number, remedy: string) => string;
  readonly under: (count: number, remedy: string) => string;
};

/** Each remedy as a sentence, those that help most first as they are given. */
export const remedySentences = (remedies: readonly RemedyTold[], locale: Locale, words: CountPhrases) =>
  remedies.map(({ remedy, count }) => {
    const what = singleLine(present('remedies.remedy', nameIn(locale, remedy)));
    return 'under' in count ? words.under(count.under, what) : words.exactly(count.exactly, what);
  });

/** Sentences as a list of the HTML part. */
export function bulletList(sentences: readonly string[]): Content {
  const items = sentences.map((sentence) => element('li', { style: { paddingTop: 4 } }, sentence));
  return element('ul', { style: { padding: '2px 0 0 18px' } }, ...items);
}
