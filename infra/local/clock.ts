/** The time of a zone: the machine's, and as far ahead of it as was asked for. It never goes back. */
export class ZoneClock {
  private ahead = 0;

  /** How far ahead of the machine's clock, in milliseconds. */
  get aheadMs(): number {
    return this.ahead;
  }

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  /** Goes ahead by so many milliseconds. */
  step(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}
