import type { DemandTable } from './demand-table.ts';

/** Whether the first stands before the second: the higher score first, equals by id. */
const isBetter = (table: DemandTable, score: number, row: number, thanScore: number, thanRow: number): boolean =>
  score === thanScore ? table.isBefore(row, thanRow) : score > thanScore;

/** The best few rows that were offered, found without sorting the others: a heap with the worst of them on top. */
export class FewBest {
  private readonly table: DemandTable;
  private readonly most: number;
  private readonly rows: number[] = [];
  private readonly scores: number[] = [];

  constructor(table: DemandTable, most: number) {
    this.table = table;
    this.most = most;
  }

  /** Below this score nothing is taken any more. */
  get least(): number {
    return this.rows.length < this.most ? 0 : (this.scores[0] ?? 0);
  }

  /** Whether a row of a score would be taken. */
  takes(score: number, row: number): boolean {
    return this.rows.length < this.most || this.isBetterThanTop(score, row);
  }

  private isBetterThanTop(score: number, row: number): boolean {
    return isBetter(this.table, score, row, this.scores[0] ?? 0, this.rows[0] ?? 0);
  }

  /** Takes a row that it would take. Of a demand with several rows the better one stays. */
  take(score: number, row: number, hasOthers: boolean): void {
    if (hasOthers) {
      const place = this.rows.findIndex((other) => this.table.isSame(other, row));
      if (place >= 0) {
        if ((this.scores[place] ?? 0) < score) this.sink(place, score, row);
        return;
      }
    }
    if (this.rows.length < this.most) this.rise(score, row);
    else this.sink(0, score, row);
  }

  private isWorse(score: number, row: number, place: number): boolean {
    return isBetter(this.table, this.scores[place] ?? 0, this.rows[place] ?? 0, score, row);
  }

  private rise(score: number, row: number): void {
    let place = this.rows.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.isWorse(score, row, parent)) break;
      this.rows[place] = this.rows[parent] ?? 0;
      this.scores[place] = this.scores[parent] ?? 0;
      place = parent;
    }
    this.rows[place] = row;
    this.scores[place] = score;
  }

  private sink(from: number, score: number, row: number): void {
    let place = from;
    for (;;) {
      const [left, right] = [place * 2 + 1, place * 2 + 2];
      if (left >= this.rows.length) break;
      const isRightWorse =
        right < this.rows.length && this.isWorse(this.scores[right] ?? 0, this.rows[right] ?? 0, left);
      const child = isRightWorse ? right : left;
      if (this.isWorse(score, row, child)) break;
      this.rows[place] = this.rows[child] ?? 0;
      this.scores[place] = this.scores[child] ?? 0;
      place = child;
    }
    this.rows[place] = row;
    this.scores[place] = score;
  }

  /** What was taken, the best first. */
  get inOrder(): readonly { readonly row: number; readonly score: number }[] {
    const taken = this.rows.map((row, place) => ({ row, score: this.scores[place] ?? 0 }));
    return taken.sort((one, other) => (isBetter(this.table, one.score, one.row, other.score, other.row) ? -1 : 1));
  }
}
