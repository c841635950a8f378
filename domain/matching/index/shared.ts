import { Numbering } from '../compiled/numbering.ts';

/** What many rows have in common, once each: a row has its number. */
export class Shared<T> {
  private readonly numbers = new Numbering();
  readonly values: T[] = [];

  /** The number of what has this key; kept where it comes for the first time. */
  numberOf(key: string, value: T): number {
    const number = this.numbers.numberOf(key);
    if (number === this.values.length) this.values.push(value);
    return number;
  }

  /** The same, where a value takes work to be made. */
  numberOfMade(key: string, make: () => T): number {
    const number = this.numbers.numberOf(key);
    if (number === this.values.length) this.values.push(make());
    return number;
  }
}
