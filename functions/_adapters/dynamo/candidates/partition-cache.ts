import type { PartitionView } from './partition-view.ts';

/** What a warm matcher keeps of what it read: so many rows, of the partitions that it used last. */
export class PartitionCache {
  private readonly most: number;
  private rows = 0;
  // In the order in which they were used, the longest ago first.
  private readonly kept = new Map<string, { readonly view: PartitionView; readonly rows: number }>();

  constructor(most: number) {
    this.most = most;
  }

  get(place: string): PartitionView | undefined {
    return this.kept.get(place)?.view;
  }

  /** Keeps a view as the one that was used last; one that alone is more than may be kept, not. */
  set(place: string, view: PartitionView): void {
    this.drop(place);
    // One without rows is something, too.
    const rows = view.size + 1;
    if (rows > this.most) return;
    this.kept.set(place, { view, rows });
    this.rows += rows;
    for (const longestAgo of this.kept.keys()) {
      if (this.rows <= this.most) break;
      this.drop(longestAgo);
    }
  }

  private drop(place: string): void {
    this.rows -= this.kept.get(place)?.rows ?? 0;
    this.kept.delete(place);
  }
}
