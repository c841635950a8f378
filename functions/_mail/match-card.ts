import { Column, Row } from 'react-email';
import { button } from './button.ts';
import { aside, card, cardHeading, note } from './card.ts';
import { type Content, element, together } from './content.ts';
import { light } from './mail-style.ts';
import type { MatchView } from './match-view.ts';
import type { Phrases } from './phrases.ts';
import { scoreRow } from './score-row.ts';

function heading(match: MatchView, words: Phrases): Content {
  const score = { paddingLeft: 12, fontSize: 12, lineHeight: '16px', whiteSpace: 'nowrap' } as const;
  return element(
    Row,
    null,
    element(
      Column,
      { style: { verticalAlign: 'top' } },
      element('h2', { style: { fontSize: 18, lineHeight: '26px' } }, element('bdi', null, match.title)),
    ),
    element(
      Column,
      { className: 'm', width: 68, align: 'right', style: { ...score, verticalAlign: 'top', color: light.muted } },
      element('b', { className: 'a', style: { fontSize: 32, lineHeight: '32px', color: light.accent } }, match.score),
      element('br'),
      words.score,
    ),
  );
}

function facts(match: MatchView, words: Phrases): Content {
  const rows = [
    [words.domain, match.domain],
    [words.level, match.level],
    [words.delivery, match.delivery],
  ].flatMap(([name, value], index) => [
    ...(index === 0 ? [] : [element('br')]),
    `${name}${words.colon}`,
    element('span', { className: 'i', style: { color: light.ink } }, value),
  ]);
  return element('p', { className: 'm', style: { paddingTop: 6, color: light.muted } }, ...rows);
}

const lines = (texts: readonly string[]): Content =>
  together(...texts.flatMap((text, index) => (index === 0 ? [text] : [element('br'), text])));

function why(match: MatchView, words: Phrases): Content {
  const table = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, style: { marginTop: 8 } };
  return together(
    cardHeading(words.why),
    element('p', null, lines([...match.summary, ...(match.cleared === undefined ? [] : [`◇ ${match.cleared}`])])),
    element('table', table, element('tbody', null, ...match.scored.map(scoreRow))),
  );
}

function toArrange(match: MatchView, words: Phrases): Content {
  const items = match.obligations.map(({ sentence, source }) =>
    element('li', null, sentence, element('small', null, words.source(source))),
  );
  return note(
    element('h3', { style: { fontSize: 14 } }, words.toArrange(items.length)),
    element('ul', { style: { padding: '2px 0 0 18px', lineHeight: '24px' } }, ...items),
  );
}

function inDetail(match: MatchView, words: Phrases): Content {
  const scored = match.scored.map(
    ({ mark, name, score, sentence }) => `${mark}${name} ${score}${words.colon}${sentence}`,
  );
  const others = match.unscored.map(({ mark, name, sentence }) => `${mark}${name}${words.colon}${sentence}`);
  return aside(element('b', null, words.inDetail), element('br'), lines([...scored, ...others]));
}

/** One match of the HTML part: what was found, why it fits, what is left to arrange, what to press; then each reason. */
export function matchCard(match: MatchView, words: Phrases): Content {
  return card(
    heading(match, words),
    facts(match, words),
    why(match, words),
    toArrange(match, words),
    button(words.open, match.link),
    inDetail(match, words),
  );
}
