import type { Item } from '../items.ts';

/** A price of one unit, where it was read, and how much of it a month has for nothing. */
export type Price = {
  readonly amount: number;
  /** Where it was read; nothing where it was not: then it is from general knowledge, and the bill says so. */
  readonly source?: string;
  /** In the item's unit; nothing where there is none, or none that stays. */
  readonly free?: number;
};

/** The prices of a region. */
export type Prices = {
  readonly currency: 'CNY' | 'USD';
  /** The day on which they were put together. */
  readonly asOf: string;
  readonly of: Readonly<Record<Item, Price>>;
};
