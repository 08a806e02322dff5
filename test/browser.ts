/** A Chromium for the tests: the machine's own, or the one that an npm package carries. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Starts a headless browser; close it when done.
 * @param flags more for its command line
 * @throws if there is none and none can be unpacked
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const installed = INSTALLED.find((path) => path && existsSync(path));
  if (installed) {
    return chromium.launch({ executablePath: installed, args: ['--no-sandbox', ...flags] });
  }
  // Makes the package unpack the shared libraries it carries for machines that lack them.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: [...carried.args, '--no-sandbox', ...flags],
  });
}
