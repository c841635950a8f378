/** What is said of one Lambda. */
export type Line = {
  readonly lambda: string;
  readonly answersApi: boolean;
  readonly bytes: number;
  readonly bytesGzipped: number;
  /** The services whose clients it holds. */
  readonly clients: readonly string[];
  /** How large these are alone, bundled in the same way; undefined where it has none, as what follows from it. */
  readonly sdkBytes?: number;
  readonly ratio?: number;
  /** How large the SDK is that comes from the registry: with every way to sign in, most of which a Lambda does not have. */
  readonly wholeSdkBytes?: number;
  readonly wholeRatio?: number;
  /** How long loading takes, in milliseconds; undefined where nobody measured it. */
  readonly importMs?: number | undefined;
  readonly sdkImportMs?: number | undefined;
  /** What it is made of, in bytes by package, the greatest first. */
  readonly packages: readonly (readonly [string, number])[];
};

/** So many packages of each Lambda are named in the table. */
const namedPackages = 4;

const kib = (bytes: number | undefined): string => (bytes === undefined ? '-' : (bytes / 1024).toFixed(0));
const fixed = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '-';

const columns: readonly (readonly [string, (line: Line) => string])[] = [
  ['KiB', ({ bytes }) => kib(bytes)],
  ['gzip', ({ bytesGzipped }) => kib(bytesGzipped)],
  ['SDK', ({ sdkBytes }) => kib(sdkBytes)],
  ['/ SDK', ({ ratio }) => fixed(ratio, 2)],
  ['whole', ({ wholeSdkBytes }) => kib(wholeSdkBytes)],
  ['/ whole', ({ wholeRatio }) => fixed(wholeRatio, 2)],
  ['load ms', ({ importMs }) => fixed(importMs, 1)],
  ['SDK ms', ({ sdkImportMs }) => fixed(sdkImportMs, 1)],
];

const made = ({ packages }: Line): string =>
  packages
    .slice(0, namedPackages)
    .map(([name, bytes]) => `${name} ${kib(bytes)}`)
    .join(', ');

const nameOf = ({ lambda, answersApi }: Line): string => `${answersApi ? '' : '  '}${lambda}`;

function medianOf(lines: readonly Line[], value: (line: Line) => number | undefined): number | undefined {
  const sorted = lines.flatMap((line) => value(line) ?? []).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The report as lines for a terminal. */
export function reportLines(lines: readonly Line[]): readonly string[] {
  const width = Math.max(...lines.map((line) => nameOf(line).length), 6);
  const row = (name: string, cells: readonly string[], rest: string): string =>
    `${name.padEnd(width)} ${cells.map((cell) => cell.padStart(8)).join('')}  ${rest}`.trimEnd();
  const behindApi = lines.filter(({ answersApi }) => answersApi);
  return [
    row(
      'Lambda',
      columns.map(([title]) => title),
      'mostly',
    ),
    ...lines.map((line) =>
      row(
        nameOf(line),
        columns.map(([, cell]) => cell(line)),
        made(line),
      ),
    ),
    `Of ${lines.length} Lambdas ${behindApi.length} answer the API; those set back do not. SDK: its clients alone, bundled in the same way; whole: with every way to sign in that they come with.`,
    `In the middle those of the API have ${kib(medianOf(behindApi, ({ bytes }) => bytes))} KiB, ${fixed(
      medianOf(behindApi, ({ ratio }) => ratio),
      2,
    )} times their clients, ${fixed(
      medianOf(behindApi, ({ wholeRatio }) => wholeRatio),
      2,
    )} times these as they come.`,
  ];
}
