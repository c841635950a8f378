import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { fontAt, withPreviewFonts } from './preview-fonts.ts';
import { WrongUse } from './wrong-use.ts';

/** How a mail is looked at. */
export type Look = { readonly width: 360 | 720; readonly scheme: 'light' | 'dark' };

export const looks: readonly Look[] = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 720, scheme: 'light' },
  { width: 720, scheme: 'dark' },
];

/** Takes pictures of mails, in one browser that must be closed. */
export type Camera = {
  /** The whole of a mail, or its first pixels where `most` are enough. */
  take(html: string, look: Look, most?: number): Promise<Buffer>;
  close(): Promise<void>;
};

/** Where Chromium is, as far as anybody said. */
export const chromiumPath = (): string => process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Text drawn the same on every machine: no hinting, no colours of one kind of screen. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

const origin = 'http://mail.preview';

/** Answers from this machine, and nothing from elsewhere: a mail that asks for more is no mail of ours. */
async function answer(route: Route, html: string, asked: string[]): Promise<void> {
  const { origin: from, pathname } = new URL(route.request().url());
  const font = from === origin ? await fontAt(pathname) : undefined;
  if (font) return route.fulfill({ body: font, contentType: pathname.endsWith('css') ? 'text/css' : 'font/woff2' });
  if (from === origin && pathname === '/')
    return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
  asked.push(route.request().url());
  return route.abort();
}

async function picture(page: Page, html: string, most: number): Promise<Buffer> {
  const asked: string[] = [];
  await page.route('**', (route) => answer(route, withPreviewFonts(html), asked));
  await page.goto(origin, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready');
  const { width = 0 } = page.viewportSize() ?? {};
  const height = Math.min(most, Number(await page.evaluate('document.documentElement.scrollHeight')));
  const taken = await page.screenshot({ fullPage: true, animations: 'disabled', clip: { x: 0, y: 0, width, height } });
  const [first] = asked.filter((url) => !url.endsWith('/favicon.ico'));
  if (first !== undefined) throw new Error(`the mail asks for ${first}`);
  return taken;
}

/** Starts Chromium. Throws WrongUse where there is none. */
export async function openCamera(): Promise<Camera> {
  const executablePath = chromiumPath();
  if (!existsSync(executablePath)) {
    throw new WrongUse(
      `There is no Chromium at ${executablePath}: set CHROMIUM to where it is, or leave the pictures out (--no-pictures).`,
    );
  }
  const browser: Browser = await chromium.launch({ executablePath, args });
  return {
    async take(html, { width, scheme }, most = Number.POSITIVE_INFINITY) {
      const page = await browser.newPage({ viewport: { width, height: 640 }, colorScheme: scheme });
      try {
        return await picture(page, html, most);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
