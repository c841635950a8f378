import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** CI installs one (.ci/run); on a machine without a browser the static tests of pages remain. */
export const hasBrowser = existsSync(executablePath) || process.env['CI'] !== undefined;

/** A browser that asks nobody for anything by itself. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
