import { type Content, element, together } from './content.ts';
import { light } from './mail-style.ts';
import type { EndedMatch } from './match-mail-input.ts';
import { present } from './missing-mail-value.ts';
import type { Phrases } from './phrases.ts';
import { shortened, typedLine } from './single-line.ts';
import { wrapped } from './wrapped-lines.ts';

/** How many are named; the rest is a number. */
const mostNamed = 20;
const titleColumns = 120;

const titleOf = ({ title }: EndedMatch): string => shortened(typedLine(present('ended.title', title)), titleColumns);

/**
 * The matches that the reader was told of and that are open no longer; nothing where there are none. Where they are what
 * the mail is about (`isNamed`), its heading says so already.
 */
export function endedMatches(ended: readonly EndedMatch[], words: Phrases, isNamed: boolean): Content {
  if (ended.length === 0) return together();
  const rows = ended
    .slice(0, mostNamed)
    .map((match) =>
      element(
        'li',
        { style: { paddingTop: 4 } },
        element('bdi', null, titleOf(match)),
        ' ',
        element('small', null, match.matchId),
      ),
    );
  const heading = { className: 'i', style: { fontSize: 16, lineHeight: '24px', color: light.ink } };
  return element(
    'div',
    { className: 'm', style: { padding: '4px 4px 18px', color: light.muted } },
    isNamed ? null : element('h2', heading, words.ended(ended.length)),
    element('p', null, words.whyEnded),
    element('ul', { style: { padding: '0 0 0 20px' } }, ...rows),
    ended.length > mostNamed ? element('p', null, words.moreEnded(ended.length - mostNamed)) : null,
  );
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
