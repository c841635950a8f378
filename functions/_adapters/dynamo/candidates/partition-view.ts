import type { ListingId } from '../../../../domain/ids.ts';
import { type Indexed, isNewer } from './candidate-rows.ts';
import { type Change, clocksDifferMs, readAnewAfterMs, slowestWriteMs } from './journal.ts';

/** What is known of a partition: at least everything that was on record when it was last read. */
export class PartitionView {
  private readonly known = new Map<ListingId, Indexed>();
  private readonly readAnewAt: number;
  private lastReadAt: number;

  constructor(rows: Iterable<Indexed>, readAt: number) {
    for (const row of rows) this.known.set(row.id, row);
    this.readAnewAt = readAt;
    this.lastReadAt = readAt;
  }

  get size(): number {
    return this.known.size;
  }

  /** Who stands there, and who is known to stand there no more: for each that read it together, from the first on. */
  get rows(): Iterable<Indexed> {
    return { [Symbol.iterator]: () => this.known.values() };
  }

  /** Whether the journal still has everything that has changed since; where the clock went back nobody can say. */
  canFollow(now: number): boolean {
    return now >= this.lastReadAt && now - this.readAnewAt <= readAnewAfterMs;
  }

  /** Whoever is not yet known may have stamped its version then, or later. */
  private get unknownSince(): number {
    return this.lastReadAt - slowestWriteMs - clocksDifferMs;
  }

  /** From when on the journal is read: of two versions the stamps may be the other way round by what clocks differ. */
  get followedFrom(): number {
    return this.unknownSince - clocksDifferMs;
  }

  /** What the journal says from `followedFrom` on, read at a moment. What is known already, or better, stays. */
  follow(changes: Iterable<Change>, readAt: number): void {
    const newest = new Map<ListingId, Change>();
    for (const change of changes) if (isNewer(change, newest.get(change.id))) newest.set(change.id, change);
    for (const { stamp, id, version, candidate } of newest.values()) {
      if (stamp < this.unknownSince) continue;
      if (isNewer({ id, version, candidate }, this.known.get(id))) this.known.set(id, { id, version, candidate });
    }
    this.lastReadAt = readAt;
  }
}
