import { billOf, byService } from './bill.ts';
import { assumed, type Load } from './load.ts';
import { prices } from './prices/prices.ts';
import { quantitiesOf } from './quantities.ts';
import type { Resources } from './resources.ts';

const half = (listings: number, postsPerDay: number): Load => ({
  ...assumed,
  offers: listings / 2,
  demands: listings / 2,
  postsPerDay,
});

/** The sizes that docs/cost.md shows: listings in force, and posts a day. */
const sizes = [half(1_000, 20), half(10_000, 200), half(100_000, 2_000)];

const whole = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A month at three sizes, by service, as a table in Markdown: what `resources` has, at the prices of Beijing; below it, the sums elsewhere. */
export function sizesTable(resources: Resources): readonly string[] {
  const quantities = sizes.map((load) => quantitiesOf(load, resources, false));
  const bills = quantities.map((of) => billOf(of, prices['cn-north-1']));
  const services = bills.slice(-1).flatMap(byService);
  const costOf = (service: string) =>
    bills.map((bill) => whole(byService(bill).find((one) => one.service === service)?.cost ?? 0));
  const sums = Object.entries(prices).map(([region, at]) =>
    row([
      `**All together, ${region} (${at.currency})**`,
      ...quantities.map((of) => `**${whole(billOf(of, at).cost)}**`),
    ]),
  );
  return [
    row([
      'CNY a month (Beijing)',
      ...sizes.map(
        ({ offers, demands, postsPerDay }) => `${whole(offers + demands)} listings, ${whole(postsPerDay)} posts a day`,
      ),
    ]),
    row(['---', ...sizes.map(() => '--:')]),
    ...services.map(({ service }) => row([service, ...costOf(service)])),
    ...sums,
  ];
}
