import type { Item } from '../cost/items.ts';
import type { Prices } from '../cost/prices/price.ts';
import type { HourLine } from './hours.ts';

const million = 1_000_000;

/** What an hour has of what grows with posts; a message is sent, received and deleted. */
const quantitiesOf = (line: HourLine): Partial<Readonly<Record<Item, number>>> => ({
  tableReads: line.readUnits / million,
  tableWrites: line.writeUnits / million,
  lambdaRequests: line.lambdaRuns / million,
  lambdaTime: line.lambdaGbSeconds,
  apiRequests: line.posts / million,
  queueRequests: (line.judged * 3) / million,
});

/** What that costs at a region's prices, in its currency; what is free each month is not taken off. */
export const costOf = (line: HourLine, prices: Prices): number =>
  Object.entries(quantitiesOf(line)).reduce((sum, [item, quantity]) => sum + quantity * amountOf(item, prices), 0);

function amountOf(item: string, { of }: Prices): number {
  const prices: Readonly<Record<string, { readonly amount: number }>> = of;
  return prices[item]?.amount ?? 0;
}
