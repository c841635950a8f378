import type { ReactNode } from 'react';
import { box } from './box.ts';
import { type Content, element } from './content.ts';
import { light } from './mail-style.ts';

/** A white card of the HTML part. */
export function card(...held: readonly ReactNode[]): Content {
  const style = {
    backgroundColor: light.card,
    border: `1px solid ${light.line}`,
    borderRadius: 12,
    marginBottom: 16,
    borderCollapse: 'separate',
  } as const;
  const cell = { padding: '20px 18px', fontSize: 14, lineHeight: '22px', color: light.ink };
  return box({ className: 'k', style }, { className: 'i', style: cell }, ...held);
}

/** A heading inside a card, with room above it where something stands there. */
export const cardHeading = (text: string, paddingTop = 16): Content =>
  element(
    'h3',
    { className: 'a', style: { padding: `${paddingTop}px 0 6px`, fontSize: 14, color: light.accent } },
    text,
  );

/** What is to be noticed inside a card, such as what is still to arrange. */
export function note(...held: readonly ReactNode[]): Content {
  const style = {
    backgroundColor: light.note,
    borderLeft: `4px solid ${light.noteLine}`,
    borderCollapse: 'separate',
    margin: '16px 0 18px',
  } as const;
  const cell = { padding: '12px 14px', fontSize: 14, lineHeight: '22px', color: light.ink };
  return box({ className: 'o', style }, { className: 'i', style: cell }, ...held);
}

/** A paragraph inside a card. */
export const said = (text: ReactNode, paddingTop = 0): Content => element('p', { style: { paddingTop } }, text);

/** A quieter one. */
export const aside = (...held: readonly ReactNode[]): Content =>
  element(
    'p',
    { className: 'm', style: { paddingTop: 14, fontSize: 13, lineHeight: '21px', color: light.muted } },
    ...held,
  );
