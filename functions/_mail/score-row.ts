import { type Content, element } from './content.ts';
import { light } from './mail-style.ts';
import type { MatchView } from './match-view.ts';

/**
 * A bar of table cells, so that it is seen where pictures are off; a full or empty one has a single cell. The height is
 * the table's, and the font is there because Outlook makes a cell as high as its type. Its number stands beside it: whoever hears the mail hears that.
 */
function bar(score: number): Content {
  const filled = element('td', {
    className: 'f',
    width: `${score}%`,
    style: { background: light.accent, borderRadius: 4 },
  });
  const cells = [...(score > 0 ? [filled] : []), ...(score < 100 ? [element('td')] : [])];
  const table = {
    className: 't',
    role: 'presentation',
    width: '100%',
    height: 8,
    cellSpacing: 0,
    cellPadding: 0,
    style: { background: light.track, borderRadius: 4, font: '0/8px a' },
  };
  return element('table', table, element('tbody', null, element('tr', null, ...cells)));
}

/** A scored criterion at a glance: its name, its bar, its score. The first row says how wide the columns are. */
export function scoreRow({ symbol, name, score }: MatchView['scored'][number], row: number): Content {
  const [names, numbers] = row === 0 ? [{ width: 104 }, { width: 40 }] : [{}, {}];
  return element(
    'tr',
    null,
    element('td', names, symbol === undefined ? name : `${symbol} ${name}`),
    element('td', null, bar(score)),
    element('td', { ...numbers, align: 'right' }, element('b', null, score)),
  );
}
