import { light } from './mail-style.ts';
import { type Markup, markup } from './markup.ts';
import type { MatchView } from './match-view.ts';
import { shortened } from './single-line.ts';

/** Title and score of each match at a glance; a single match needs none. */
export function overview(matches: readonly MatchView[]): Markup {
  if (matches.length < 2) return markup``;
  const rows = matches.map(
    ({ title, score }, index) =>
      markup`<tr valign=top><td width=24>${index + 1}.</td><td><bdi>${shortened(title, 80)}</bdi></td><td class=a width=40 align=right style="color:${light.accent}"><b>${score}</b></td></tr>`,
  );
  return markup`<table role=presentation class=i width=100% cellpadding=0 cellspacing=0 style="margin:0 0 16px;padding:0 4px;font-size:14px;line-height:24px;color:${light.ink}">${rows}</table>
`;
}
