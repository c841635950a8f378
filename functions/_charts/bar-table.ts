import { scaleLinear } from 'd3-scale';
import { type Markup, markup } from '../_mail/markup.ts';

/** What is counted of one thing, under each heading. */
export type Bar = { readonly name: string; readonly values: readonly number[]; readonly shown: readonly string[] };

export type Bars = {
  readonly caption: string;
  /** Of the names, and of what is counted. */
  readonly headings: readonly [name: string, ...counted: readonly string[]];
  readonly bars: readonly Bar[];
};

const barHeight = 10;
const gap = 3;

/** A table that draws itself: beside each number a bar as long as it, which says nothing that the number does not. */
export function barTable({ caption, headings, bars }: Bars): Markup {
  const [name, ...counted] = headings;
  const longest = Math.max(1, ...bars.flatMap(({ values }) => values));
  const width = scaleLinear([0, longest], [0, 100]);
  const height = counted.length * (barHeight + gap) - gap;
  const drawn = ({ values }: Bar): Markup =>
    markup`<svg class="bars" viewBox="0 0 100 ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${values.map(
      (value, index) =>
        markup`<rect class="s${index}" y="${index * (barHeight + gap)}" width="${width(value).toFixed(2)}" height="${barHeight}"></rect>`,
    )}</svg>`;
  const row = (bar: Bar): Markup =>
    markup`<tr><th scope="row"><bdi>${bar.name}</bdi>${drawn(bar)}</th>${bar.shown.map((value) => markup`<td>${value}</td>`)}</tr>`;
  const head = counted.map(
    (heading, index) => markup`<th scope="col"><span class="key k${index}">${heading}</span></th>`,
  );
  return markup`<table class="chart"><caption class="hidden">${caption}</caption><thead><tr><th scope="col">${name}</th>${head}</tr></thead><tbody>${bars.map(row)}</tbody></table>`;
}
