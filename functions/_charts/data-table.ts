import { type Markup, markup } from '../_mail/markup.ts';

/** Rows with a name and, under each heading, what is said of it. */
export type Table = {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const cells = ([name = '', ...values]: readonly string[]): Markup =>
  markup`<tr><th scope="row">${name}</th>${values.map((value) => markup`<td>${value}</td>`)}</tr>`;

/** What a chart shows, as a table to be opened: for whoever does not see the chart, and whoever wants the numbers. */
export function dataTable({ caption, headings, rows }: Table, open: string): Markup {
  const head = headings.map((heading) => markup`<th scope="col">${heading}</th>`);
  return markup`<details><summary>${open}</summary><table class="data"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.map(cells)}</tbody></table></details>`;
}
