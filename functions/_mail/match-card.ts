import { button } from './button.ts';
import { light } from './mail-style.ts';
import { type Markup, markup } from './markup.ts';
import type { MatchView } from './match-view.ts';
import type { Phrases } from './phrases.ts';
import { scoreRow } from './score-row.ts';

function heading(match: MatchView, words: Phrases): Markup {
  return markup`<table role=presentation width=100% cellpadding=0 cellspacing=0><tr valign=top><td><h2 class=i style="font-size:18px;line-height:26px;color:${light.ink}"><bdi>${match.title}</bdi></h2></td><td align=right style="width:64px;padding-left:12px;font-size:12px;line-height:16px"><b class=a style="font-size:30px;line-height:30px;color:${light.accent}">${match.score}</b><br>${words.score}</td></tr></table>`;
}

function facts(match: MatchView, words: Phrases): Markup {
  const fact = (name: string, value: string): Markup =>
    markup`${name}${words.colon}<span class=i style="color:${light.ink}">${value}</span>`;
  return markup`<p style="padding-top:6px;line-height:22px">${fact(words.domain, match.domain)}<br>${fact(words.level, match.level)}<br>${fact(words.delivery, match.delivery)}</p>`;
}

function cleared({ cleared: sentence }: MatchView): Markup {
  return sentence === undefined
    ? markup``
    : markup`<p class=i style="padding-top:6px;line-height:22px;color:${light.ink}">◇ ${sentence}</p>`;
}

function toArrange(match: MatchView, words: Phrases): Markup {
  const items = match.obligations.map(
    ({ sentence, source }) => markup`<li>${sentence}<small>${words.source(source)}</small></li>`,
  );
  return markup`<div class="o i" style="margin:14px 0 18px;padding:12px 14px;background:${light.note};border-left:3px solid ${light.noteLine};color:${light.ink};font-size:14px;line-height:23px"><h3 style="font-size:14px">${words.toArrange}</h3><ul style="margin:0;padding:2px 0 0 18px">${items}</ul></div>`;
}

function otherChecks(match: MatchView, words: Phrases): Markup {
  const lines = match.unscored.map(({ mark, name, sentence }) => markup`<br>${mark}${name}${words.colon}${sentence}`);
  if (lines.length === 0) return markup``;
  return markup`<p style="padding-top:16px;font-size:12px;line-height:19px"><b>${words.alsoChecked}</b>${lines}</p>`;
}

/** One match of the HTML part: what was found, why it fits, what is left to arrange, what to press. */
export function matchCard(match: MatchView, words: Phrases): Markup {
  const rows = match.scored.map(scoreRow);
  return markup`<table role=presentation class=k width=100% cellpadding=0 cellspacing=0 style="background:${light.card};border:1px solid ${light.line};border-radius:10px;margin-bottom:16px"><tr><td class=m style="padding:18px 16px;font-size:13px;line-height:20px;color:${light.muted}">
${heading(match, words)}${facts(match, words)}${cleared(match)}
<h3 class=a style="font-size:13px;color:${light.accent};padding:16px 0 6px">${words.why}</h3><table role=presentation width=100% cellpadding=0 cellspacing=0>${rows}</table>
${toArrange(match, words)}${button(words.open, match.link)}${otherChecks(match, words)}</td></tr></table>
`;
}
