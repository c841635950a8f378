import { light } from './mail-style.ts';
import { type Markup, markup } from './markup.ts';
import type { MatchView } from './match-view.ts';

/**
 * A bar of table cells, so that it is seen where pictures are off; a full or empty one has a single cell. The font is
 * there because Outlook makes a cell as high as its type.
 */
function bar(score: number): Markup {
  const filled = markup`<td class=f width=${score}% bgcolor=${light.accent}></td>`;
  const empty = markup`<td></td>`;
  return markup`<table class=t width=100% height=6 bgcolor=${light.track} cellspacing=0 cellpadding=0 style="font:0/6px a"><tr>${score > 0 ? filled : ''}${score < 100 ? empty : ''}</tr></table>`;
}

/** A scored criterion: its name, its bar, its score, and below them its sentence. Short markup: it stands often. */
export function scoreRow(row: MatchView['scored'][number]): Markup {
  const name = row.outcome === 'pass' ? row.name : row.mark + row.name;
  return markup`<tr><td width=96><b>${name}</b></td><td>${bar(row.score)}</td><td width=34 align=right><b>${row.score}</b></td></tr><tr><td colspan=3 style="padding-bottom:8px">${row.sentence}</td></tr>`;
}
