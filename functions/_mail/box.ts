import type { CSSProperties, ReactNode } from 'react';
import { Column, Row } from 'react-email';
import { type Content, element } from './content.ts';

/** The classes that the dark colours go by, and the style of the light. */
type Look = { readonly className?: string; readonly style?: CSSProperties };

/** A box with room inside: a table of one cell, as readers that draw no padding around other things draw it in cells. */
export function box(around: Look, inside: Look, ...held: readonly ReactNode[]): Content {
  // A table as wide as its place is in its middle, and has no border by itself.
  return element(Row, { align: undefined, border: undefined, ...around, children: element(Column, inside, ...held) });
}
