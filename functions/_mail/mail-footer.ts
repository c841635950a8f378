import { Link } from 'react-email';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { type Content, element } from './content.ts';
import { light } from './mail-style.ts';

/** Something that the reader can do about these mails, and where. */
type FooterLink = { readonly text: string; readonly link: string };

/** What stands at the end of a mail in a language. */
export type Footer = {
  readonly locale: Locale;
  readonly footer: readonly string[];
  /** The last line, for whoever does not read this language. */
  readonly otherLanguage: string;
  readonly links: readonly FooterLink[];
};

const asLink = ({ text, link }: FooterLink): Content =>
  element(
    Link,
    { className: 'a', href: link, style: { color: light.accent, textDecoration: 'underline', marginRight: 16 } },
    text,
  );

/** The end of a mail: who sends it and why, what it is not, and how to have it otherwise. */
export function mailFooter({ locale, footer, otherLanguage, links }: Footer): Content {
  const said = footer.flatMap((line) => [line, element('br')]);
  const style = { padding: '4px 4px 0', fontSize: 12, lineHeight: '20px', color: light.muted };
  const actions =
    links.length > 0 ? element('p', { style: { paddingBottom: 8, fontSize: 13 } }, ...links.map(asLink)) : null;
  const lang = locale === 'en' ? 'zh-CN' : 'en';
  const last = element('span', { lang }, otherLanguage);
  return element('div', { className: 'm', style }, actions, element('p', null, ...said, last));
}
