import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const textOf = (page: URL): string => readFileSync(page, 'utf8');

/** Files and folders that a page names as code. */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:domain|events|functions|infra|test|docs)\/[\w./-]*)`/g)].map(([, path = '']) => path);

/** Where the links of a page lead within this repository. */
const linksOf = (page: URL): readonly URL[] =>
  [...textOf(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target = '']) => new URL(target, page));

/** The name of a heading in a link, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')}`;

function leadsNowhere({ hash, pathname }: URL): boolean {
  const page = new URL(pathname, root);
  if (!existsSync(page)) return true;
  return (
    hash !== '' && ![...textOf(page).matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => anchorOf(heading) === hash)
  );
}

describe.each(globSync(['*.md', 'docs/**/*.md'], { cwd: root }))('%s', (name) => {
  const page = new URL(name, root);

  it('names no file and no folder that there is not', () => {
    expect(namedIn(textOf(page)).filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  it('has no link that leads nowhere', () => {
    expect(linksOf(page).filter(leadsNowhere).map(String)).toEqual([]);
  });
});
