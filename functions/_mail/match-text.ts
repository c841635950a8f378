import type { MatchView } from './match-view.ts';
import type { Phrases } from './phrases.ts';
import { wrapped } from './wrapped-lines.ts';

const bar = (score: number): string => {
  const full = Math.round(score / 10);
  return '█'.repeat(full) + '░'.repeat(10 - full);
};

/** One match of the text part, in the order of the HTML part; `number` counts from 1. */
export function matchText(match: MatchView, number: number, words: Phrases): readonly string[] {
  const fact = (name: string, value: string) => wrapped(`${name}${words.colon}${value}`, '   ');
  return [
    ...wrapped(`${number}. ${match.title}`, '', '   '),
    ...fact(words.score, `${match.score} / 100`),
    ...fact(words.domain, match.domain),
    ...fact(words.level, match.level),
    ...fact(words.delivery, match.delivery),
    '',
    `   ${words.why}`,
    ...match.summary.flatMap((line) => wrapped(line, '   ')),
    ...(match.cleared === undefined ? [] : wrapped(`◇ ${match.cleared}`, '   ')),
    ...match.scored.map(
      ({ symbol, name, score }) =>
        `   ${bar(score)} ${String(score).padStart(3)}  ${symbol === undefined ? '' : `${symbol} `}${name}`,
    ),
    '',
    `   ${words.toArrange(match.obligations.length)}`,
    ...match.obligations.flatMap(({ sentence, source }) =>
      wrapped(`- ${sentence}${words.source(source)}`, '   ', '     '),
    ),
    '',
    `   ${words.open}${words.colon}`.trimEnd(),
    `   ${match.link}`,
    '',
    `   ${words.inDetail}`,
    ...match.scored.flatMap(({ mark, name, score, sentence }) =>
      wrapped(`${mark}${name} ${score}${words.colon}${sentence}`, '   ', '     '),
    ),
    ...match.unscored.flatMap(({ mark, name, sentence }) =>
      wrapped(`${mark}${name}${words.colon}${sentence}`, '   ', '     '),
    ),
    '',
  ];
}

/** A match of which the mail has no room for more than its title and score. */
export const briefText = ({ title, score, link }: MatchView, number: number): readonly string[] => [
  ...wrapped(`${number}. ${title} (${score})`, '', '   '),
  `   ${link}`,
];
