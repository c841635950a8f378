import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { type Markup, markup } from '../_mail/markup.ts';

/** One line: a value for each place along the axis, or none where none is known. */
export type Series = { readonly name: string; readonly values: readonly (number | undefined)[] };

export type Lines = {
  /** What the picture is, in a sentence for whoever does not see it. */
  readonly label: string;
  /** The places along the axis, as they are told. */
  readonly places: readonly string[];
  readonly series: readonly Series[];
  /** How a value is told. */
  readonly shown: (value: number) => string;
  /** Whether values are counts: halves of things are not told. */
  readonly isCount: boolean;
};

const [width, height] = [340, 190];
const edge = { left: 54, right: 12, top: 10, bottom: 24 };
/** With more places than these, each point has no mark of its own. */
const mostMarks = 16;

/** Lines over places such as days, drawn by the colours of the page, with a key above: no script and no style of its own. */
export function lineChart({ label, places, series, shown, isCount }: Lines): Markup {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const x = scalePoint(places, [edge.left, width - edge.right]);
  const y = scaleLinear([0, Math.max(1, ...known)], [height - edge.bottom, edge.top]).nice(4);
  const at = (place: string): number => x(place) ?? edge.left;
  const ticks = y.ticks(4).filter((tick) => !isCount || Number.isInteger(tick));

  const drawn = ({ name, values }: Series, index: number): Markup => {
    const points = places.map((place, position) => ({ place, value: values[position] }));
    const path = line<(typeof points)[number]>()
      .defined(({ value }) => value !== undefined)
      .x(({ place }) => at(place))
      .y(({ value }) => y(value ?? 0))
      .digits(1);
    const marks = points.flatMap(({ place, value }) =>
      value === undefined || places.length > mostMarks
        ? []
        : [
            markup`<circle cx="${at(place).toFixed(1)}" cy="${y(value).toFixed(1)}" r="2.5"><title>${name}, ${place}: ${shown(value)}</title></circle>`,
          ],
    );
    return markup`<g class="s${index}"><path d="${path(points) ?? ''}"></path>${marks}</g>`;
  };

  const grid = ticks.map((tick) => {
    const height = y(tick).toFixed(1);
    return markup`<line x1="${edge.left}" x2="${width - edge.right}" y1="${height}" y2="${height}"></line><text x="${edge.left - 6}" y="${height}" dy="4" text-anchor="end">${shown(tick)}</text>`;
  });
  const ends = [...new Set([places[0], places.at(-1)])].flatMap((place, index) =>
    place === undefined
      ? []
      : [
          markup`<text x="${at(place).toFixed(1)}" y="${height - 6}" text-anchor="${index === 0 && places.length > 1 ? 'start' : 'end'}">${place}</text>`,
        ],
  );
  const keys = series.map(({ name }, index) => markup`<li class="key k${index}">${name}</li>`);
  const key = series.length > 1 ? markup`<ul class="keys" aria-hidden="true">${keys}</ul>` : markup``;
  return markup`${key}<svg class="lines" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" focusable="false"><g class="grid">${grid}${ends}</g>${series.map(drawn)}</svg>`;
}
