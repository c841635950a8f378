import * as z from 'zod';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { widthOf } from '../demo/columns.ts';
import type { Cli } from './cli.ts';
import { harmless } from './harmless.ts';
import type { Json } from './zone-client.ts';

/** One column: its head, and what stands in it of a row. */
export type Column = { readonly head: Bilingual; readonly of: (row: Json) => unknown };

const Sentence = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? harmless(String(value))
    : harmless(JSON.stringify(value));
};

/** The attribute of a row, by its path. */
export const at =
  (...path: readonly string[]) =>
  (row: Json): unknown =>
    path.reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      row,
    );

const filled = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Rows under their heads, each column as wide as it needs to be. */
export function showTable(cli: Cli, rows: readonly Json[], columns: readonly Column[]): void {
  const lines = [
    columns.map(({ head }) => cli.say(head)),
    ...rows.map((row) => columns.map((one) => shown(one.of(row)))),
  ];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ''))));
  for (const line of lines)
    cli.print(
      line
        .map((text, index) => filled(text, widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** A sentence that the zone says in both languages is shown in the reader's. */
function spoken(cli: Cli, value: unknown): unknown {
  const { data } = Sentence.safeParse(value);
  return data ? data[cli.locale] : value;
}

/** One thing, a line for each of its parts; what has parts itself as JSON. */
function showParts(cli: Cli, value: Json): void {
  const width = Math.max(...Object.keys(value).map((name) => name.length));
  for (const [name, part] of Object.entries(value)) {
    if (part !== undefined) cli.print(`${filled(name, width)}  ${shown(spoken(cli, part))}`.trimEnd());
  }
}

type Shown = { readonly json?: boolean };

/** An answer as it came where JSON is asked for, else as its parts. */
export function show(cli: Cli, { json }: Shown, value: Json): void {
  if (json) cli.print(JSON.stringify(value));
  else showParts(cli, value);
}

/** A list as it came where JSON is asked for, else as a table; and that there is more, where there is. */
export function showList(
  cli: Cli,
  { json }: Shown,
  { items, isMore }: { readonly items: readonly Json[]; readonly isMore: boolean },
  columns: readonly Column[],
): void {
  if (json) cli.print(JSON.stringify({ items, isMore }));
  else if (items.length === 0) cli.tell({ zh: '没有。', en: 'There is none.' });
  else showTable(cli, items, columns);
  if (isMore && !json) cli.tell({ zh: '还有更多：请加大 --limit。', en: 'There is more: ask with a larger --limit.' });
}
