import { type Bill, byService, type Line } from './bill.ts';
import { items } from './items.ts';

const amount = (value: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const quantity = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const percent = (share: number): string => `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;

/** Where a price comes from, as a mark behind it. */
const mark = ({ price }: Line): string => (price.amount > 0 && price.source === undefined ? ' *' : '');

function lineText(line: Line): string {
  const { what, unit } = items[line.item];
  const free = line.shareOfFree === undefined ? '' : `   ${percent(line.shareOfFree)} of what is free`;
  return `    ${what.padEnd(32)}${quantity(line.quantity).padStart(12)} ${unit.padEnd(10)}${amount(line.cost).padStart(14)}${mark(line)}${free}`;
}

/** The bill as lines for a terminal: each service, the dearest first, with what it is made of. */
export function billLines(bill: Bill): readonly string[] {
  const unverified = bill.lines.filter((line) => mark(line) !== '').length;
  return [
    ...byService(bill).flatMap(({ service, cost }) => [
      `${service.padEnd(59)}${amount(cost).padStart(14)}`,
      ...bill.lines.filter(({ item }) => items[item].service === service).map(lineText),
    ]),
    `${'A month'.padEnd(59)}${amount(bill.cost).padStart(14)} ${bill.currency}`,
    `${'without what is free'.padEnd(59)}${amount(bill.full).padStart(14)} ${bill.currency}`,
    `* ${unverified} prices are from general knowledge and were not verified; before taxes; see docs/cost.md.`,
  ];
}

/** The bill as data for a script. */
export const billJson = (bill: Bill) => ({
  currency: bill.currency,
  cost: bill.cost,
  costWithoutFree: bill.full,
  lines: bill.lines.map(({ item, price, ...line }) => ({
    item,
    ...items[item],
    ...line,
    price: price.amount,
    source: price.source ?? 'from general knowledge',
  })),
});
