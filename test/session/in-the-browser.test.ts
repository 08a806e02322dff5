/** What the page's scripts know of a session, in a real browser, with routes of a few lines. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeHint } from '../../lib/session/hint';
import { launchBrowser } from '../browser';

const VIEWER = { login: 'hubot', name: 'Hubot', avatarUrl: '', url: '', mayWrite: true };

const SCRIPT = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { SiteProvider } from './components/site-context';
  import { en } from './lib/i18n/en';
  import { send } from './lib/session/send';
  import { useSession } from './components/account/use-session';
  Object.assign(window, { send });
  addEventListener('session-ended', () => { document.title = 'ended'; });
  function Who() {
    const session = useSession();
    return createElement('output', null, session ? session.viewer?.name ?? 'nobody' : '…');
  }
  const site = { url: '', title: '', description: '', language: 'en', repositoryUrl: null, canSignIn: true };
  createRoot(document.querySelector('div')).render(
    createElement(SiteProvider, { site, messages: en }, createElement(Who), createElement(Who)));`;

type Route = (request: IncomingMessage, response: ServerResponse) => void;

let browser: Browser;
let server: Server;
let url: string;
let script: string;
let context: BrowserContext;
let page: Page;
let route: Route;
/** Headers of the requests that reached the route. */
let asked: IncomingMessage[] = [];

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};
const refusal = (code: string) => ({ error: { code, message: `It is ${code}.` } });

beforeAll(async () => {
  const stdin = { contents: SCRIPT, resolveDir: process.cwd(), loader: 'tsx' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
  });
  script = outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    if (request.url === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(
        '<!doctype html><html lang="en"><title>Page</title><div></div><script type="module" src="/script.js"></script>',
      );
    } else if (request.url === '/script.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    } else if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
    } else {
      asked.push(request);
      route(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

beforeEach(async () => {
  asked = [];
  route = (_, response) => json(response, 200, { canSignIn: true, viewer: VIEWER });
  context = await browser.newContext();
  page = await context.newPage();
});

afterEach(() => context.close());

const remember = () =>
  context.addCookies([{ name: 'issuepress-viewer', value: writeHint(VIEWER), url }]);

const said = (text: string) => page.getByText(text).first().waitFor();

/** What `send` gives in the page. */
function send(method: string, path: string, body?: unknown): Promise<unknown> {
  return page.evaluate(
    (args) => (window as unknown as { send(...args: unknown[]): unknown }).send(...args),
    [method, path, body],
  );
}

describe('the session in a page', () => {
  it('of a reader who never signed in asks for nothing', async () => {
    await page.goto(url);
    await said('nobody');
    expect(asked).toEqual([]);
  });

  it('is asked for once, however many want to know', async () => {
    await remember();
    await page.goto(url);
    await said('Hubot');
    expect(await page.locator('output').allTextContents()).toEqual(['Hubot', 'Hubot']);
    expect(asked.map((request) => request.url)).toEqual(['/api/session']);
  });

  it('follows what happens in another tab', async () => {
    await page.goto(url);
    await said('nobody');
    await remember();
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await said('Hubot');
    await context.clearCookies();
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await said('nobody');
  });

  it('is what the browser remembers while the server cannot be asked', async () => {
    route = (_, response) => response.writeHead(502).end();
    await remember();
    await page.goto(url);
    await said('Hubot');
  });

  it('ends when an act finds it ended', async () => {
    await remember();
    await page.goto(url);
    await said('Hubot');
    route = (_, response) => json(response, 401, refusal('signed-out'));
    expect(await send('POST', '/api/posts/1/comments', { body: 'Hello' })).toEqual({
      ok: false,
      code: 'signed-out',
      message: 'It is signed-out.',
      retryAfter: null,
    });
    await said('nobody');
    expect(await page.title()).toBe('ended');
  });
});

describe('sending', () => {
  beforeEach(() => page.goto(url));

  it('gives what the route answered', async () => {
    route = (_, response) => json(response, 201, { id: 7 });
    expect(await send('POST', '/api/posts', { title: 'Hello' })).toEqual({
      ok: true,
      data: { id: 7 },
    });
    expect(asked[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      origin: url,
      'x-session-attempt': '1',
    });
  });

  it('takes an empty answer for success', async () => {
    route = (_, response) => response.writeHead(204).end();
    expect(await send('DELETE', '/api/posts/1/reactions/HEART')).toEqual({ ok: true, data: null });
  });

  it('says what was refused, and when to come again', async () => {
    route = (_, response) => json(response, 429, refusal('github-limit'), { 'Retry-After': '30' });
    expect(await send('POST', '/x', {})).toMatchObject({ code: 'github-limit', retryAfter: 30 });
  });

  it('tries once more with the newer cookie, when the session was renewed elsewhere', async () => {
    route = (request, response) =>
      request.headers['x-session-attempt'] === '1'
        ? json(response, 401, refusal('renewed-elsewhere'))
        : json(response, 201, { id: 8 });
    expect(await send('POST', '/x', {})).toEqual({ ok: true, data: { id: 8 } });
    expect(asked.length).toBe(2);
  });

  it.each([
    ['a page that is no JSON', 502, '<html>Bad gateway</html>'],
    ['an error of another shape', 500, '{"error":"oops"}'],
  ])('has a sentence for %s', async (_, status, body) => {
    route = (_request, response) => response.writeHead(status).end(body);
    expect(await send('POST', '/x', {})).toMatchObject({
      code: 'failed',
      message: 'Something went wrong. Your text is kept; please try again.',
    });
  });

  it('has a sentence for being offline', async () => {
    await context.setOffline(true);
    expect(await send('POST', '/x', {})).toMatchObject({
      ok: false,
      code: 'offline',
      message: expect.stringContaining('offline'),
    });
  });

  it('never sends twice by itself, when an answer breaks off', async () => {
    // Before there is an answer, the browser's own network code may send once more.
    route = (request, response) => {
      response.writeHead(201, { 'Content-Length': 100 }).write('{');
      setTimeout(() => request.destroy(), 100);
    };
    expect(await send('POST', '/x', {})).toMatchObject({ code: 'offline' });
    expect(asked.length).toBe(1);
  });
});
