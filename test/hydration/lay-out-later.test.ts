/** A long text is laid out in parts; nothing of it shall be missing in the end. */
import { createServer, type Server } from 'node:http';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser';

const BLOCKS = 120;

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "import { layOutLater } from './lib/hydration/browser/lay-out-later'; layOutLater();",
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  const blocks = Array.from(
    { length: BLOCKS },
    (_, count) => `<p id="b${count}">Block ${count}.</p>`,
  );
  server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><title>Page</title><script>${outputFiles[0]?.text}</script><div data-article>${blocks.join('\n')}</div><p data-below>Below.</p>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens the page, and notes how many of its blocks may wait when it has been read. */
async function open(hash = ''): Promise<{ page: Page; waiting: () => Promise<number> }> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const blocks = [...document.querySelectorAll('p')];
      const late = blocks.filter((block) => getComputedStyle(block).contentVisibility === 'auto');
      document.documentElement.dataset.waiting = String(late.length);
    });
  });
  await page.goto(`${url}/${hash}`);
  const waiting = () => page.evaluate(() => Number(document.documentElement.dataset.waiting));
  return { page, waiting };
}

it('leaves what is out of view for later, and comes to the end', async () => {
  const { page, waiting } = await open();
  expect(await waiting()).toBeGreaterThan(BLOCKS / 2);
  await page.waitForFunction(() => {
    const last = document.querySelector('#b119');
    return last && getComputedStyle(last).contentVisibility === 'visible';
  });
  await page.close();
});

it('is whole at once for who comes to a place inside, or back to it', async () => {
  const { page, waiting } = await open('#b100');
  expect(await waiting()).toBe(0);
  await page.goto(`${url}/`);
  expect(await waiting()).toBeGreaterThan(0);
  await page.reload();
  expect(await waiting()).toBe(0);
  await page.close();
});
