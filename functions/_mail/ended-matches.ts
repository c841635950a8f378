import { light } from './mail-style.ts';
import { type Markup, markup } from './markup.ts';
import type { EndedMatch } from './match-mail-input.ts';
import type { Phrases } from './phrases.ts';
import { shortened, typedLine } from './single-line.ts';
import { wrapped } from './wrapped-lines.ts';

/** How many are named; the rest is a number. */
const mostNamed = 20;
const titleColumns = 120;

const titleOf = ({ title }: EndedMatch): string => shortened(typedLine(title), titleColumns);

/**
 * The matches that the reader was told of and that are open no longer; nothing where there are none. Where they are what
 * the mail is about (`isNamed`), its heading says so already.
 */
export function endedMatches(ended: readonly EndedMatch[], words: Phrases, isNamed: boolean): Markup {
  if (ended.length === 0) return markup``;
  const rows = ended
    .slice(0, mostNamed)
    .map(
      (match) => markup`<li style="padding-top:4px"><bdi>${titleOf(match)}</bdi> <small>${match.matchId}</small></li>`,
    );
  const heading = isNamed
    ? markup``
    : markup`<h2 style="font-size:16px;line-height:24px">${words.ended(ended.length)}</h2>`;
  const rest = ended.length > mostNamed ? markup`<p>${words.moreEnded(ended.length - mostNamed)}</p>` : markup``;
  return markup`<div class=m style="padding:4px 4px 16px;color:${light.muted}">${heading}<p>${words.whyEnded}</p><ul style="margin:0;padding:0 0 0 20px">${rows}</ul>${rest}</div>`;
}

/** The same as lines of text. */
export function endedText(ended: readonly EndedMatch[], words: Phrases, isNamed: boolean): readonly string[] {
  if (ended.length === 0) return [];
  return [
    ...(isNamed ? [] : wrapped(words.ended(ended.length), '')),
    ...wrapped(words.whyEnded, ''),
    ...ended
      .slice(0, mostNamed)
      .flatMap((match) => [...wrapped(`- ${titleOf(match)}`, '', '  '), `  ${match.matchId}`]),
    ...(ended.length > mostNamed ? wrapped(words.moreEnded(ended.length - mostNamed), '') : []),
    '',
  ];
}
