/** How a page without the framework gets it, in a real browser, with a framework of a few lines. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { until } from '../support/site';

const BODY = `
  <section data-hydrate>
    <textarea aria-label="Comment"></textarea>
    <button type="button">Send</button>
    <form><button name="act" value="go">Go</button></form>
    <form action="/elsewhere"><button>Leave</button></form>
  </section>
  <p style="height: 3000px">A long text.</p>
  <section data-hydrate="near" id="near">The discussion</section>`;

/** A page that is nothing without the framework. */
const EDITOR = '<section data-hydrate="now">Opening …</section>';

/** Forgets what was typed, as React does with a field it controls, and notes what it hears. */
const FRAMEWORK = `
  document.querySelector('textarea').value = '';
  window.heard = [];
  document.addEventListener('click', (e) => e.target.matches('[type=button]') && heard.push('click'));
  document.addEventListener('input', (e) => heard.push(e.target.value));
  document.addEventListener('submit', (e) => { e.preventDefault(); heard.push('submit'); });
  dispatchEvent(new Event('hydrated'));`;

let browser: Browser;
let server: Server;
let url: string;
let boot: string;
let reader: string;
let page: Page;
/** What was asked for, in order. */
let asked: string[] = [];
let isGone = false;
let tell: (() => void) | undefined;
/** Lets the framework's files arrive. */
let release: () => void = () => {};
let held: Promise<void> = Promise.resolve();

beforeAll(async () => {
  const bundle = async (contents: string) => {
    const stdin = { contents, resolveDir: process.cwd(), loader: 'ts' as const };
    const { outputFiles } = await build({ stdin, bundle: true, format: 'iife', write: false });
    return outputFiles[0]?.text ?? '';
  };
  boot = await bundle("import './lib/hydration/browser/boot';");
  reader = await bundle(
    "import { deferHydration } from './lib/hydration/browser/hydration'; deferHydration();",
  );
  server = createServer((request, response) => void answer(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await launchBrowser();
});

async function answer(path: string, response: ServerResponse): Promise<void> {
  asked.push(path);
  if (path.startsWith('/api/live')) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('retry: 100\n\n');
    tell = () => response.write('data: another\n\n');
  } else if (path === '/reader.js') {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(reader);
  } else if (path.startsWith('/framework')) {
    await held;
    response.writeHead(isGone ? 404 : 200, { 'Content-Type': 'text/javascript' });
    response.end(path === '/framework-2.js' ? FRAMEWORK : '');
  } else {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Page</title>
      <script id="boot" data-reader="/reader.js" data-src="/framework-1.js /framework-2.js"
        data-revision="one">${boot}</script>${path === '/editor' ? EDITOR : ''}${BODY}`);
  }
}

beforeEach(async () => {
  asked = [];
  isGone = false;
  tell = undefined;
  held = new Promise((resolve) => {
    release = resolve;
  });
  page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  return () => page.close();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

const framework = () => asked.filter((path) => path.startsWith('/framework'));
const isListening = () => until(() => tell !== undefined);
const heard = () => page.evaluate(() => Reflect.get(window, 'heard'));

/** The server tells the open page of a change. */
function sayChanged(): void {
  tell?.();
}

async function open(path = '/'): Promise<void> {
  await page.goto(`${url}${path}`);
  await isListening();
}

it('loads nothing while the reader reads', async () => {
  await open();
  await page.getByText('A long text.').click();
  expect(framework()).toEqual([]);
});

it('replays the first press and typed text, and says that it is busy meanwhile', async () => {
  await open();
  const send = page.getByRole('button', { name: 'Send' });
  await page.getByLabel('Comment').fill('Well said');
  await send.click();
  await send.click();
  await until(async () => (await send.getAttribute('aria-busy')) === 'true');
  release();
  await until(async () => (await heard())?.includes('click'));
  expect(await heard()).toEqual(['', 'Well said', 'click']);
  expect(await page.getByLabel('Comment').inputValue()).toBe('Well said');
  expect(await send.getAttribute('aria-busy')).toBeNull();
  expect(framework()).toEqual(['/framework-1.js', '/framework-2.js']);
});

it('hears a press that came before anything had loaded', async () => {
  await page.route('**/reader.js', async (route) => {
    await page.getByRole('button', { name: 'Send' }).focus();
    await page.keyboard.press('Enter');
    await route.continue();
  });
  release();
  await page.goto(url);
  await until(async () => (await heard())?.includes('click'));
});

it('sends a form that says nothing of where it goes once it can, and lets others go', async () => {
  await open();
  await page.getByRole('button', { name: 'Go' }).click();
  release();
  await until(async () => (await heard())?.includes('submit'));
  expect(new URL(page.url()).search).toBe('');
  await page.goto(url);
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL('**/elsewhere*');
});

it('loads when the reader comes near a thing that is marked so', async () => {
  release();
  await open();
  expect(framework()).toEqual([]);
  await page.evaluate(() => scrollTo(0, 4000));
  await until(() => framework().length === 2);
});

it('loads at once where a page is nothing without it', async () => {
  release();
  await page.goto(`${url}/editor`);
  await until(() => framework().length === 2);
});

it('loads when the address names a marked thing', async () => {
  release();
  await page.goto(`${url}/#near`);
  await until(() => framework().length === 2);
});

it('loads when the server tells of a change', async () => {
  release();
  await open();
  sayChanged();
  await until(() => framework().length === 2);
});

it('loads the page anew, once, when a deploy has taken its scripts', async () => {
  isGone = true;
  release();
  await open();
  // Only the page that is loaded anew listens again.
  tell = undefined;
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => framework().length > 0);
  await isListening();
  expect(asked.filter((path) => path === '/').length).toBeGreaterThan(1);
  asked = [];
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => framework().length === 2);
  await page.waitForTimeout(300);
  expect(asked).not.toContain('/');
  expect(await page.getByRole('button', { name: 'Send' }).getAttribute('aria-busy')).toBeNull();
});

it('loads the page that the router of another one went to', async () => {
  await open('/one');
  await page.evaluate(() => {
    history.replaceState({ __N: true, url: '/two', as: '/two' }, '', '/two');
    history.pushState({ __N: true, url: '/one', as: '/one' }, '', '/one');
  });
  tell = undefined;
  await page.goBack();
  // Not only asked for: a browser that is closed as it changes pages may never say that it is.
  await isListening();
  expect(asked).toContain('/two');
  expect(new URL(page.url()).pathname).toBe('/two');
});
