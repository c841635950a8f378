import { columnsOf } from './columns.ts';

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const opens = /[\p{Ps}\p{Pi}]$/u;
const closes = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}]/u;

/** Pieces that a line may be broken between: Chinese breaks between words, no line begins with a closing mark. */
function unbreakable(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1);
    const joins = last !== undefined && !last.endsWith(' ') && (closes.test(segment) || opens.test(last));
    const space = last !== undefined && segment.trim() === '';
    if (joins || space) pieces.splice(-1, 1, last + segment);
    else pieces.push(segment);
  }
  return pieces;
}

const width = 76;

/** The text in lines, `first` before the first and `rest` before the others; a longer piece gets a line alone. */
export function wrapped(text: string, first: string, rest = first): readonly string[] {
  const lines: string[] = [];
  let indent = first;
  let line = '';
  for (const piece of unbreakable(text)) {
    if (line !== '' && columnsOf(indent + line + piece.trimEnd()) > width) {
      lines.push(indent + line.trimEnd());
      line = '';
      indent = rest;
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(indent + line.trimEnd());
  return lines;
}
