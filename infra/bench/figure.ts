/** One figure of a run: a ratio or a quantity, with what it is held against. */
export type Figure = {
  readonly part: string;
  /** What was measured, in words. */
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be, as a bound; left out where there is none. */
  readonly atLeast?: number;
  readonly atMost?: number;
};

/** Whether a figure keeps its bound; undefined where it has none. */
export function isKept({ value, atLeast, atMost }: Figure): boolean | undefined {
  if (atLeast === undefined && atMost === undefined) return undefined;
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}

/** Three digits that count, and whole thousands in groups. */
function spelled(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}

function targetOf(figure: Figure): string {
  const kept = isKept(figure);
  if (kept === undefined) return '';
  const bound =
    figure.atLeast === undefined ? `at most ${spelled(figure.atMost ?? 0)}` : `at least ${spelled(figure.atLeast)}`;
  return `${bound}: ${kept ? 'kept' : 'missed'}`;
}

/** The figures as lines of a table. */
export function figureLines(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map((figure) => [
    figure.part,
    figure.what,
    `${spelled(figure.value)} ${figure.unit}`,
    targetOf(figure),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
