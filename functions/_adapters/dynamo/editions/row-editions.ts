type Row = Record<string, unknown>;

/** From one edition of a table's rows to the next: pure, and nothing new where the row is of the next form already. */
export type Step = (row: Row) => Row;

/** Where a row says of which edition it is; a row that says nothing is of the first. */
export const editionAttribute = 'edition';

/** The editions that the rows of a table have had. */
export type RowEditions = {
  /** The one that is written today. */
  readonly current: number;
  /** A row as it is read, in today's form and without its edition. Throws EditionUnknown where it is newer than this code. */
  readonly upgrade: (row: Row) => Row;
  /** A row as it is written, with today's edition where that is not the first. */
  readonly stamp: (row: Row) => Row;
};

/** A row was written by a newer version than reads it: it is left to that one, and read again later. */
class EditionUnknown extends Error {
  override readonly name = 'EditionUnknown';
  constructor(edition: unknown, current: number) {
    super(`a row is of edition ${edition}, and this version knows ${current}`);
  }
}

function editionOf(row: Row, current: number): number {
  const edition = row[editionAttribute] ?? 1;
  const isKnown = typeof edition === 'number' && Number.isInteger(edition) && edition >= 1 && edition <= current;
  if (!isKnown) throw new EditionUnknown(edition, current);
  return edition;
}

/** The editions of a table, by its steps: the first leads from edition 1 to 2. */
export function rowEditions(...steps: readonly Step[]): RowEditions {
  const current = steps.length + 1;
  return {
    current,
    upgrade(row) {
      const { [editionAttribute]: _, ...first } = row;
      return steps.slice(editionOf(row, current) - 1).reduce((older, step) => step(older), first);
    },
    stamp: (row) => (current === 1 ? row : { ...row, [editionAttribute]: current }),
  };
}
