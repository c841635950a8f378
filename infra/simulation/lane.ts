/** How finely the time is kept at which something came, in seconds. */
const grain = 60;

/** A queue of posts by their kind of work, each kind first in, first out; parts of a post may be taken. */
export class Lane {
  private readonly works: number;
  private readonly came: Float64Array[] = [];
  private readonly heads: number[];
  private readonly waitingOf: Float64Array;

  constructor(works: number) {
    this.works = works;
    this.heads = Array.from({ length: works }, () => 0);
    this.waitingOf = new Float64Array(works);
  }

  get waiting(): number {
    return this.waitingOf.reduce((sum, many) => sum + many, 0);
  }

  add(second: number, work: number, many: number): void {
    if (many <= 0) return;
    const at = Math.floor(second / grain);
    while (this.came.length <= at) this.came.push(new Float64Array(this.works));
    const column = this.came[at];
    if (!column) return;
    if ((this.waitingOf[work] ?? 0) <= 0) this.heads[work] = at;
    column[work] = (column[work] ?? 0) + many;
    this.waitingOf[work] = (this.waitingOf[work] ?? 0) + many;
  }

  /** For how long the oldest has waited; nothing where nobody waits. */
  ageAt(second: number): number {
    const oldest = this.oldest();
    return oldest === undefined ? 0 : Math.max(0, second - oldest * grain);
  }

  private oldest(isOut: (work: number) => boolean = () => false): number | undefined {
    let first: number | undefined;
    for (let work = 0; work < this.works; work++) {
      if ((this.waitingOf[work] ?? 0) <= 0 || isOut(work)) continue;
      const head = this.heads[work] ?? 0;
      if (first === undefined || head < first) first = head;
    }
    return first;
  }

  /** Offers what waits, the oldest first, and takes away what of it is taken; a work of which not all is taken is offered no more. */
  serve(take: (work: number, many: number) => number): void {
    const out = new Set<number>();
    const isOut = (work: number): boolean => out.has(work);
    for (let at = this.oldest(isOut); at !== undefined; at = this.oldest(isOut)) {
      for (let work = 0; work < this.works; work++) {
        if (isOut(work) || this.heads[work] !== at || (this.waitingOf[work] ?? 0) <= 0) continue;
        if (!this.serveOne(work, at, take)) out.add(work);
      }
    }
  }

  /** Whether all of it was taken that came then. */
  private serveOne(work: number, at: number, take: (work: number, many: number) => number): boolean {
    const column = this.came[at];
    const many = column?.[work] ?? 0;
    const taken = many > 0 ? Math.min(many, take(work, many)) : 0;
    const left = many - taken;
    const isAll = left <= many * 1e-9;
    if (column) column[work] = isAll ? 0 : left;
    this.waitingOf[work] = Math.max(0, (this.waitingOf[work] ?? 0) - (isAll ? many : taken));
    if (!isAll) return false;
    this.moveHead(work, at);
    return true;
  }

  private moveHead(work: number, from: number): void {
    let head = from + 1;
    while (head < this.came.length && (this.came[head]?.[work] ?? 0) <= 0) head++;
    this.heads[work] = head;
    if (head >= this.came.length) this.waitingOf[work] = 0;
  }
}
