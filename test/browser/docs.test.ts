import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../functions/_openapi/operations.ts';
import { ZoneUnderTest } from '../flow/zone.ts';
import { hasBrowser, startBrowser } from './browser.ts';

let zone: ZoneUnderTest;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const complaints: string[] = [];

describe.skipIf(!hasBrowser)('in a browser, the page of the docs', () => {
  beforeAll(async () => {
    zone = await ZoneUnderTest.start();
    browser = await startBrowser();
    page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('requestfailed', (request) => complaints.push(`not loaded: ${request.url()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${zone.zone.api}/v1/docs`);
    await page.locator('.opblock').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await zone?.zone.stop();
  });

  it('shows every operation, in both languages', async () => {
    expect(await page.locator('.opblock').count()).toBe(operations.length);
    const text = await page.locator('body').textContent();
    for (const { path, summary } of operations) {
      for (const said of [path, summary.en, summary.zh]) expect(text).toContain(said);
    }
  });

  it('opens an operation with its fields, an example and its problems', async () => {
    const publishing = page.locator('#operations-Offers-publishOffer');
    await publishing.locator('.opblock-summary').click();
    await publishing.getByText('城市货运车辆轨迹统计').first().waitFor();
    const text = await publishing.textContent();
    expect(text).toContain('Idempotency-Key');
    expect(text).toContain('urn:zonematch:problem:invalid-fields');
  });

  it('loads nothing from another host, and breaks none of its own rules', () => {
    expect(asked.filter((address) => !address.startsWith(zone.zone.api) && !address.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
