import { type Item, items, type Quantities } from './items.ts';
import type { Price, Prices } from './prices/price.ts';

/** A line of the bill. */
export type Line = {
  readonly item: Item;
  readonly quantity: number;
  readonly price: Price;
  /** What of it is for nothing each month, as a share of that; undefined where nothing is. */
  readonly shareOfFree: number | undefined;
  /** Before and after what is for nothing. */
  readonly full: number;
  readonly cost: number;
};

export type Bill = {
  readonly currency: Prices['currency'];
  readonly lines: readonly Line[];
  readonly full: number;
  readonly cost: number;
};

const isItem = (name: string): name is Item => name in items;

/** What a month costs at these prices; lines of nothing are left out. */
export function billOf(quantities: Quantities, prices: Prices): Bill {
  const lines = Object.keys(items)
    .filter(isItem)
    .map((item): Line => {
      const quantity = quantities[item];
      const price: Price = prices.of[item];
      const full = quantity * price.amount;
      const cost = Math.max(0, quantity - (price.free ?? 0)) * price.amount;
      const shareOfFree = price.free === undefined ? undefined : quantity / price.free;
      return { item, quantity, price, shareOfFree, full, cost };
    })
    .filter(({ quantity }) => quantity > 0);
  const sum = (of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0);
  return { currency: prices.currency, lines, full: sum(({ full }) => full), cost: sum(({ cost }) => cost) };
}

/** What each service costs, the dearest first. */
export function byService({ lines }: Bill): readonly { readonly service: string; readonly cost: number }[] {
  const sums = Map.groupBy(lines, ({ item }) => items[item].service);
  return [...sums]
    .map(([service, own]) => ({ service, cost: own.reduce((sum, { cost }) => sum + cost, 0) }))
    .toSorted((a, b) => b.cost - a.cost);
}
