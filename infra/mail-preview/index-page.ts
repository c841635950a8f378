import { type Content, element, htmlOf } from '../../functions/_mail/content.ts';
import { looks } from './pictures.ts';
import { pictureName } from './references.ts';

/** A mail as the index has it. */
export type Shown = { readonly name: string; readonly subject: string; readonly bytes: number };

const style = `:root{color-scheme:light dark}body{font:15px/24px system-ui,sans-serif;margin:24px}
img{border:1px solid #8888;margin-right:8px;vertical-align:top}h2{font-size:17px;margin:32px 0 4px}p{margin:0 0 8px}`;

function section({ name, subject, bytes }: Shown, hasPictures: boolean): Content {
  const pictures = looks.map((look) => {
    const file = pictureName(name, look);
    const height = 480;
    return element('a', { href: file }, element('img', { src: file, alt: file, height, loading: 'lazy' }));
  });
  return element(
    'section',
    null,
    element('h2', null, name),
    element('p', null, subject),
    element(
      'p',
      null,
      element('a', { href: `${name}.html` }, 'HTML'),
      ` (${(bytes / 1000).toFixed(1)} KB) · `,
      element('a', { href: `${name}.txt` }, 'text'),
    ),
    ...(hasPictures ? pictures : []),
  );
}

/** The page that shows every mail of a folder. */
export const indexPage = (mails: readonly Shown[], hasPictures: boolean): string =>
  `<!doctype html>\n${htmlOf(
    element(
      'html',
      { lang: 'en' },
      element(
        'head',
        null,
        element('meta', { charSet: 'utf-8' }),
        element('title', null, 'Mails'),
        element('style', null, style),
      ),
      element(
        'body',
        null,
        element('h1', null, `${mails.length} mails`),
        ...mails.map((mail) => section(mail, hasPictures)),
      ),
    ),
  )}`;
