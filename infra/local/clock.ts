/** The time of a zone: the machine's, and as far ahead of it as was asked for. It never goes back. */
export class ZoneClock {
  private ahead = 0;
  private onStep: (aheadMs: number) => void = () => undefined;

  /** How far ahead of the machine's clock, in milliseconds. */
  get aheadMs(): number {
    return this.ahead;
  }

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  /** Goes on from where it was in an earlier run, and tells of each step. */
  continueFrom(aheadMs: number, onStep: (aheadMs: number) => void): void {
    this.ahead = Math.max(this.ahead, aheadMs);
    this.onStep = onStep;
  }

  /** Goes ahead by so many milliseconds. */
  step(milliseconds: number): void {
    this.ahead += milliseconds;
    this.onStep(this.ahead);
  }
}
