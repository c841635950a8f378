import { Link } from 'react-email';
import { type Content, element, together } from './content.ts';
import { light } from './mail-style.ts';
import type { Phrases } from './phrases.ts';

/** How many matches are named by title alone, and how many not at all. */
type Rest = { readonly byTitle: number; readonly unnamed: number };

/** What is said of the matches that the mail has no room for; nothing where it holds them all. */
export const moreSentences = ({ byTitle, unnamed }: Rest, words: Phrases): readonly string[] => [
  ...(byTitle > 0 ? [words.byTitle(byTitle)] : []),
  ...(unnamed > 0 ? [words.more(unnamed)] : []),
];

/** The same with the link to all of them. */
export function moreMatches(rest: Rest, link: string, words: Phrases): Content {
  const sentences = moreSentences(rest, words);
  if (sentences.length === 0) return together();
  const color = light.accent;
  const all = { className: 'a', href: link, style: { color, textDecoration: 'underline', fontWeight: 600 } };
  const said = sentences.flatMap((sentence) => [sentence, element('br')]);
  const style = { padding: '4px 4px 18px', fontSize: 15 };
  return element('p', { style }, ...said, element(Link, all, words.allMatches));
}
