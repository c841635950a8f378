const begin = '<!-- made by `npm run cost -- --write` -->';
const end = '<!-- end -->';

/** The page has no place for the table. */
class PageWithoutTable extends Error {
  override readonly name = 'PageWithoutTable';
}

/** The page with this table in the place of the one that it has. Throws PageWithoutTable. */
export function withTable(page: string, table: readonly string[]): string {
  const [before, rest, ...more] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined || more.length > 0)
    throw new PageWithoutTable(`docs/cost.md has no lines ${begin} and ${end}`);
  return `${before}${begin}\n\n${table.join('\n')}\n\n${end}${after}`;
}
