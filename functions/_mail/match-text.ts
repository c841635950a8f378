import type { MatchView } from './match-view.ts';
import type { Phrases } from './phrases.ts';
import { wrapped } from './wrapped-lines.ts';

const bar = (score: number): string => {
  const full = Math.round(score / 10);
  return '█'.repeat(full) + '░'.repeat(10 - full);
};

/** One match of the text part; `number` counts from 1. */
export function matchText(match: MatchView, number: number, words: Phrases): readonly string[] {
  const fact = (name: string, value: string) => wrapped(`${name}${words.colon}${value}`, '   ');
  return [
    ...wrapped(`${number}. ${match.title}`, '', '   '),
    ...fact(words.score, `${match.score} / 100`),
    ...fact(words.domain, match.domain),
    ...fact(words.level, match.level),
    ...fact(words.delivery, match.delivery),
    ...(match.cleared === undefined ? [] : wrapped(`◇ ${match.cleared}`, '   ')),
    '',
    `   ${words.why}`,
    ...match.scored.flatMap(({ outcome, mark, name, score, sentence }) => [
      `   ${bar(score)} ${String(score).padStart(3)}  ${outcome === 'pass' ? '' : mark}${name}`,
      ...wrapped(sentence, '       '),
    ]),
    '',
    `   ${words.toArrange}`,
    ...match.obligations.flatMap(({ sentence, source }) =>
      wrapped(`- ${sentence}${words.source(source)}`, '   ', '     '),
    ),
    '',
    `   ${words.open}${words.colon}`.trimEnd(),
    `   ${match.link}`,
    '',
    ...(match.unscored.length > 0 ? [`   ${words.alsoChecked}`] : []),
    ...match.unscored.flatMap(({ mark, name, sentence }) =>
      wrapped(`${mark}${name}${words.colon}${sentence}`, '   ', '     '),
    ),
    '',
  ];
}
