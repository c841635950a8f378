import { Link } from 'react-email';
import { type Content, element } from './content.ts';
import { light } from './mail-style.ts';

/** Something that the reader can do about these mails, and where. */
export type FooterLink = { readonly text: string; readonly link: string };

const asLink = ({ text, link }: FooterLink): Content =>
  element(
    Link,
    { className: 'a', href: link, style: { color: light.accent, textDecoration: 'underline', marginRight: 16 } },
    text,
  );

/** The end of a mail: who sends it and why, what it is not, and how to have it otherwise. */
export function mailFooter(lines: readonly string[], links: readonly FooterLink[]): Content {
  const said = lines.flatMap((line, index) => (index === 0 ? [line] : [element('br'), line]));
  const style = { padding: '4px 4px 0', fontSize: 12, lineHeight: '20px', color: light.muted };
  const actions =
    links.length > 0 ? element('p', { style: { paddingBottom: 8, fontSize: 13 } }, ...links.map(asLink)) : null;
  return element('div', { className: 'm', style }, actions, element('p', null, ...said));
}
