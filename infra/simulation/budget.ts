import { limits } from './limits.ts';

/** So much of something in a second. What was not used is gone: nothing is lent that a day could count on. */
export class Budget {
  private left = 0;

  begin(seconds: number, aSecond: number): void {
    this.left = aSecond * seconds;
  }

  /** How many there is something left for, of a thing that takes so much. */
  manyOf(each: number): number {
    return each > 0 ? Math.max(0, this.left) / each : Number.POSITIVE_INFINITY;
  }

  take(amount: number): void {
    this.left -= amount;
  }
}

/** What a table on demand takes in a second: the double of what it had to take up to half an hour before, and its quota at most. */
export class OnDemand {
  private readonly quota: number;
  private highest: number;
  private recent = 0;
  private since = 0;

  constructor({ quota, begun, seen }: { readonly quota: number; readonly begun: number; readonly seen: number }) {
    this.quota = quota;
    this.highest = Math.max(begun / 2, Math.min(seen, quota));
  }

  get ready(): number {
    return Math.min(this.quota, 2 * this.highest);
  }

  note(second: number, tookASecond: number): void {
    this.recent = Math.max(this.recent, tookASecond);
    if (second - this.since < limits.doublingSeconds) return;
    this.highest = Math.max(this.highest, this.recent);
    this.recent = 0;
    this.since = second;
  }
}
