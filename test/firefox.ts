/** The machine's Firefox, driven over WebDriver BiDi: Debian's `firefox-esr` will do. */
import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

const FIREFOX = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path && existsSync(path),
);

/** Whether there is one. With `REQUIRE_FIREFOX=1` it does not matter: tests shall fail without. */
export function hasFirefox(): boolean {
  if (FIREFOX || process.env.REQUIRE_FIREFOX === '1') return true;
  console.warn('There is no Firefox here (apt install firefox-esr): its journeys are left out.');
  return false;
}

/** Starts it without a window; close it when done. @throws Error where there is none */
export function launchFirefox(): Promise<Browser> {
  if (!FIREFOX) throw new Error('REQUIRE_FIREFOX is set, but there is no Firefox: firefox-esr.');
  return launch({ browser: 'firefox', executablePath: FIREFOX, headless: true, timeout: 90_000 });
}
