import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as z from 'zod';

/** Where pictures of pages are put, for whoever wants to look: `PICTURES=folder npx vitest run test/browser`. */
const pictures = process.env['PICTURES'];

const schemes = ['light', 'dark'] as const;
/** As narrow as WCAG 2.2 asks for (1.4.10), and as wide as a desk has. */
const widths = [320, 1024] as const;

/** The success criteria that WCAG 2.2 has up to level AA, and what axe holds for good practice beside them. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const options: axe.RunOptions = { runOnly: { type: 'tag', values: rules }, preload: false };

const Violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().default('') })),
  }),
);

/** What axe finds wrong with a page as it stands. The script comes over the debugger: the page's own policy stays in force. */
async function violations(page: Page): Promise<readonly string[]> {
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(axe.source);
  const found = Violations.parse(
    await page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`),
  );
  return found.map(({ id, nodes }) => {
    const places = nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`);
    return `${id}: ${places.join(' | ')}`;
  });
}

/** What is wrong with the page that is open, by light and by dark, narrow and wide; nothing where all is well. */
export async function complaintsOf(page: Page, name: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const where = `${name}, ${colorScheme}, ${width} px`;
      complaints.push(...(await violations(page)).map((found) => `${where}: ${found}`));
      const overflow = z.number().parse(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      if (overflow > 0) complaints.push(`${where}: ${overflow} px are beside the screen`);
      if (pictures === undefined) continue;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${where.replaceAll(/\W+/g, '-')}.png`), fullPage: true });
    }
  }
  return complaints;
}
