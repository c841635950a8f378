import { light } from './mail-style.ts';
import { type Markup, markup } from './markup.ts';
import type { Phrases } from './phrases.ts';

/** What stands in for the matches that the mail has no room for; nothing where it holds them all. */
export function moreMatches(count: number, link: string, words: Phrases): Markup {
  if (count === 0) return markup``;
  return markup`<p style="padding:4px 4px 16px">${words.more(count)} <a class="a" href="${link}" style="color:${light.accent}">${words.allMatches}</a></p>`;
}
