import { Link } from 'react-email';
import { box } from './box.ts';
import { type Content, element, together } from './content.ts';
import { light } from './mail-style.ts';
import type { MatchView } from './match-view.ts';
import { shortened } from './single-line.ts';

/** On a telephone two lines. */
const titleColumns = 60;

/** Title and score of each match at a glance, each a link; a single match needs none. */
export function overview(matches: readonly MatchView[]): Content {
  if (matches.length < 2) return together();
  const rows = matches.map(({ title, score, link }, index) =>
    element(
      'tr',
      { style: { verticalAlign: 'top' } },
      element('td', { className: 'm', width: 28, style: { color: light.muted } }, index + 1),
      element(
        'td',
        null,
        element(
          Link,
          { className: 'i', href: link, style: { color: light.ink, textDecoration: 'underline' } },
          element('bdi', null, shortened(title, titleColumns)),
        ),
      ),
      element(
        'td',
        { className: 'a', width: 44, align: 'right', style: { color: light.accent } },
        element('b', null, score),
      ),
    ),
  );
  const table = { role: 'presentation', width: '100%', cellPadding: 3, cellSpacing: 0 };
  const cell = { padding: '0 1px 18px', fontSize: 15, lineHeight: '24px' };
  return box({}, { style: cell }, element('table', table, element('tbody', null, ...rows)));
}
