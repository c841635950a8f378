import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Fonts of npm, so that a picture is the same whatever fonts a machine has. No mail names them. */
const homes: ReadonlyMap<string, string> = new Map(
  [
    require.resolve('@fontsource-variable/noto-sans/package.json'),
    require.resolve('@fontsource-variable/noto-sans-sc/package.json'),
    require.resolve('@fontsource-variable/noto-sans-arabic/package.json'),
    require.resolve('@fontsource-variable/noto-emoji/package.json'),
  ].map((path) => [basename(dirname(path)), dirname(path)]),
);

const rest = "'Noto Sans Arabic Variable','Noto Emoji Variable'";
const families = `'Noto Sans Variable','Noto Sans SC Variable',${rest}`;
const chinese = `'Noto Sans SC Variable',${rest}`;

/** The mail's HTML, drawn in the preview's fonts alone; in Chinese the quotation marks are Chinese ones. */
export function withPreviewFonts(html: string): string {
  const sheets = [...homes.keys()].map((name) => `<link rel="stylesheet" href="/preview-fonts/${name}/index.css">`);
  const style = `<style>*{font-family:${families}!important}:lang(zh){font-family:${chinese}!important}</style>`;
  return html.replace('</head>', `${sheets.join('')}${style}</head>`);
}

/** What a page of the preview is answered for an address: a file of the fonts, or nothing for any other. */
export async function fontAt(pathname: string): Promise<Buffer | undefined> {
  const [, name = '', file = ''] =
    /^\/preview-fonts\/([a-z-]+)\/((?:files\/)?[a-z0-9-]+\.(?:css|woff2))$/.exec(pathname) ?? [];
  const home = homes.get(name);
  return home === undefined ? undefined : readFile(join(home, file));
}
