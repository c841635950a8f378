import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { billOf, byService } from '../../infra/cost/bill.ts';
import { items } from '../../infra/cost/items.ts';
import { assumed, monthOf } from '../../infra/cost/load.ts';
import { withTable } from '../../infra/cost/page.ts';
import { prices } from '../../infra/cost/prices/prices.ts';
import { quantitiesOf } from '../../infra/cost/quantities.ts';
import { billJson, billLines } from '../../infra/cost/report.ts';
import { countResources } from '../../infra/cost/resources.ts';
import { runsAMonth } from '../../infra/cost/runs-a-month.ts';
import { readSettings } from '../../infra/cost/settings.ts';
import { sizesTable } from '../../infra/cost/sizes.ts';
import { parseExpression } from '../../infra/local/schedule/expression.ts';
import { resourcesOf } from '../infra/template.ts';

/** How many metrics an alarm looks at: one, or those of its expression. */
const Watching = z
  .object({ Metrics: z.array(z.looseObject({ MetricStat: z.unknown().optional() })).optional() })
  .transform(({ Metrics }) => Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1);

const load = { ...assumed, offers: 500, demands: 500, postsPerDay: 20 };
const resources = () => countResources(inject('assembly'));
const quantities = () => quantitiesOf(load, resources(), false);

describe('the model of what a market consumes', () => {
  it('grows with listings, posts and contacts, and is nothing where nothing is posted', () => {
    const month = monthOf(load, 30);
    expect(monthOf({ ...load, postsPerDay: 40 }, 30).records).toBeCloseTo(month.records * 2);
    expect(monthOf({ ...load, offers: 5000, demands: 5000 }, 30).tellings).toBeGreaterThan(month.tellings * 9);
    expect(monthOf({ ...load, contacts: 3 }, 30).mails).toBeCloseTo(month.mails * 2);
    expect(Object.values(monthOf({ ...load, postsPerDay: 0 }, 0)).every((count) => count === 0)).toBe(true);
  });
});

describe('the bill of a zone', () => {
  it('counts in the template what is there whether it is used or not', () => {
    const { alarms, keys, secrets, tables, queues, reconciliations, canaryRuns } = resources();
    const looksAt = resourcesOf('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Watching.parse(Properties));
    expect(alarms).toBe(looksAt.reduce((sum, one) => sum + one, 0));
    expect(alarms).toBeGreaterThan(looksAt.length);
    expect(tables).toBe(resourcesOf('AWS::DynamoDB::Table').length);
    expect(queues).toBe(resourcesOf('AWS::SQS::Queue').length);
    expect([keys, secrets]).toEqual([
      resourcesOf('AWS::KMS::Key').length,
      resourcesOf('AWS::SecretsManager::Secret').length,
    ]);
    expect(reconciliations).toBeCloseTo(30.4);
    expect(canaryRuns).toBeCloseTo(4 * 24 * 30.4);
  });

  it.each([
    ['rate(15 minutes)', 4 * 24 * 30.4],
    ['cron(30 3 * * ? *)', 30.4],
    ['cron(0 9 ? * MON *)', 30.4 / 7],
  ])('knows how often %s runs in a month', (expression, runs) => {
    expect(runsAMonth(parseExpression(expression))).toBeCloseTo(runs);
  });

  it('takes off what is free, and says how much of it is used', () => {
    const bill = billOf(quantities(), prices['cn-northwest-1']);
    const lambda = bill.lines.find(({ item }) => item === 'lambdaTime');
    expect(lambda?.cost).toBe(0);
    expect(lambda?.shareOfFree).toBeCloseTo((lambda?.quantity ?? 0) / 400_000);
    expect(bill.cost).toBeLessThan(bill.full);
    expect(byService(bill).reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(bill.cost);
  });

  it('stays within what is free for a zone of 1,000 listings, where that grows with use', () => {
    const { lines } = billOf(quantities(), prices['cn-northwest-1']);
    for (const used of ['lambdaRequests', 'lambdaTime', 'tableStorage', 'logsIngested', 'logsStored'])
      expect(lines.find(({ item }) => item === used)?.shareOfFree, used).toBeLessThan(1);
  });

  it.each(Object.entries(prices))('says of each price of %s where it is from, or that nobody verified it', (_, of) => {
    const bill = billOf(quantities(), of);
    const unverified = bill.lines.filter(({ price }) => price.amount > 0 && price.source === undefined).length;
    expect(billLines(bill).at(-1)).toContain(`${unverified} prices are from general knowledge`);
    for (const { source } of billJson(bill).lines) expect(source).not.toBe('');
    expect(Object.keys(of.of).toSorted()).toEqual(Object.keys(items).toSorted());
  });

  it('is what docs/cost.md shows; npm run cost -- --write writes it anew', () => {
    const page = readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8');
    expect(withTable(page, sizesTable(resources()))).toBe(page);
    expect(() => withTable('no table', [])).toThrow('docs/cost.md has no lines');
  });

  it('is refused with a sentence where an argument is wrong', () => {
    expect(() => readSettings(['--offers', '-1'])).toThrow();
    expect(() => readSettings(['--matches', '2'])).toThrow('--matches 2 is no number from 0 to 1.');
    expect(() => readSettings(['--zone', 'nowhere'])).toThrow('There is no zone');
    expect(() => readSettings(['--measure', '--write'])).toThrow('do not go together');
  });
});
