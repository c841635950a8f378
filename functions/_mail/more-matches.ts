import { Link } from 'react-email';
import { type Content, element, together } from './content.ts';
import { light } from './mail-style.ts';
import type { Phrases } from './phrases.ts';

/** What stands in for the matches that the mail has no room for; nothing where it holds them all. */
export function moreMatches(count: number, link: string, words: Phrases): Content {
  if (count === 0) return together();
  const all = {
    className: 'a',
    href: link,
    style: { color: light.accent, textDecoration: 'underline', fontWeight: 600 },
  };
  const style = { padding: '4px 4px 18px', fontSize: 15 };
  return element('p', { style }, words.more(count), ' ', element(Link, all, words.allMatches));
}
