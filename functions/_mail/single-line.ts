import { columnsOf } from './columns.ts';

/** Controls, line ends of every kind, and characters that turn the direction of what follows. */
const breaking = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Text that cannot leave its line: no CR or LF for a header to split at, no override for a reader to be misled by. */
export function singleLine(text: string): string {
  return text.toWellFormed().replace(breaking, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Where mail readers find addresses of pages and of mailboxes in plain text: dots, at signs, the colon of a scheme. */
const linking = /[.．｡․﹒@＠﹫](?=[^\s.])|(?<=\p{L}):(?=\S)|(?<=\w)。(?=\S)|。(?=\w)/gu;

/** What somebody else typed, on one line and so that no mail reader makes a link of it: a thin space parts what would be one. */
export function typedLine(text: string): string {
  return singleLine(text).replace(linking, '$&\u2009');
}

/** The text, cut with an ellipsis where it is wider than `limit` columns; never inside a character of the reader's. */
export function shortened(text: string, limit: number): string {
  if (columnsOf(text) <= limit) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (columnsOf(kept) + columnsOf(segment) > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
