import { Budget, OnDemand } from './budget.ts';
import { limits } from './limits.ts';
import type { Work, Works } from './work.ts';

/** What the matcher asks of tables: the index, listings and parties, and matches. */
export const tableUses = ['indexReads', 'pairReads', 'recordReads', 'recordWrites'] as const;
export type TableUse = (typeof tableUses)[number];

export const quotaOf = (use: TableUse): number => (use === 'recordWrites' ? limits.tableWrites : limits.tableReads);

/** What all of a listing takes of a table. */
export const takenBy = ({ whole, rest }: Works, use: TableUse): number => whole[use] + (rest?.[use] ?? 0);

/** The tables, on demand, that the matcher reads and writes. Each has seen what `seen` says, on the days before. */
export class Tables {
  private readonly known: readonly { readonly use: TableUse; readonly budget: Budget; readonly onDemand: OnDemand }[];
  private readonly took = new Map<TableUse, number>();

  constructor(seen: (use: TableUse) => number) {
    this.known = tableUses.map((use) => ({
      use,
      budget: new Budget(),
      onDemand: new OnDemand({
        quota: quotaOf(use),
        begun: use === 'recordWrites' ? limits.newTableWrites : limits.newTableReads,
        seen: seen(use),
      }),
    }));
  }

  begin(seconds: number): void {
    for (const { use, budget, onDemand } of this.known) {
      budget.begin(seconds, onDemand.ready);
      this.took.set(use, 0);
    }
  }

  manyOf(work: Work): number {
    return Math.min(...this.known.map(({ use, budget }) => budget.manyOf(work[use])));
  }

  take(work: Work, many: number): void {
    for (const { use, budget } of this.known) {
      budget.take(many * work[use]);
      this.took.set(use, this.tookOf(use) + many * work[use]);
    }
  }

  end(second: number, seconds: number): void {
    for (const { use, onDemand } of this.known) onDemand.note(second, this.tookOf(use) / seconds);
  }

  tookOf(use: TableUse): number {
    return this.took.get(use) ?? 0;
  }
}
