/** A reader with a browser window open, for the journeys. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Reader {
  page: Page;
  /** The paths of all scripts that arrived. */
  scripts: string[];
  /** Whatever the browser complained about: errors, and what the policy stopped. */
  complaints: string[];
  close(): Promise<void>;
}

export async function openReader(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 }, ...options });
  const page = await context.newPage();
  const scripts: string[] = [];
  const complaints: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      scripts.push(new URL(response.url()).pathname);
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  return { page, scripts, complaints, close: () => context.close() };
}

/** The framework's files among a reader's scripts. */
export function frameworkOf({ scripts }: Reader): string[] {
  return scripts.filter((path) => path.startsWith('/_next/'));
}
