/** Chromium of the system, for tests that look at pages; null, with the reason printed, where there is none. */
import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the browser, or undefined. */
export const BROWSER = PLACES.find((path) => path !== undefined && existsSync(path));

if (BROWSER === undefined)
  console.warn('no Chromium was found (set CHROMIUM to its path): tests of pages are skipped');

/** Starts the browser. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
