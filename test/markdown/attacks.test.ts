import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedHtml } from '../../lib/markdown/feed-html';
import { linkPosts } from '../../lib/markdown/link-posts';
import { renderMarkdownNow } from '../../lib/markdown/render';
import { launchBrowser } from '../browser';
import { attacks } from './support/attacks';
import { findProblems } from './support/inspect';

const context = {
  repository: { owner: 'octocat', name: 'blog' },
  serverUrl: 'https://github.com',
  idPrefix: 'comment-7-',
  ugc: true,
};
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' https: data:";
const rendered: { name: string; html: string }[] = [];

beforeAll(async () => {
  for (const { name, body } of attacks()) {
    rendered.push({ name, html: (await renderMarkdownNow(body, context)).html });
  }
}, 60_000);

describe('what strangers try', () => {
  it('leaves nothing dangerous in the HTML', () => {
    const found = rendered.flatMap(({ name, html }) =>
      findProblems(html, context.idPrefix).map((problem) => `${name}: ${problem}`),
    );
    expect(rendered.length).toBeGreaterThan(1000);
    expect(found).toEqual([]);
  });

  it('leaves nothing dangerous after links to posts are made, or in feeds', () => {
    const find = () => ({ path: '/post/1/a', title: '"><script>alert(1)</script>' });
    const found = rendered.flatMap(({ name, html }) => {
      const linked = linkPosts(html, find).replaceAll(
        'href="/post/',
        'href="https://b.example/post/',
      );
      const feed = feedHtml(linked, 'https://b.example');
      return [
        ...findProblems(linked, context.idPrefix),
        ...findProblems(feed, 'no-ids-at-all'),
      ].map((problem) => `${name}: ${problem}`);
    });
    expect(found).toEqual([]);
  });

  it('cannot forge our own markup', async () => {
    const body =
      '<div class="markdown-alert">a</div><pre data-diagram="mermaid"><code>b</code></pre><a data-embed="https://x.example" data-issue="1" href="https://x.example">c</a><span class="pl-k">d</span>';
    const { html } = await renderMarkdownNow(body, context);
    expect(html).not.toMatch(/markdown-alert|data-diagram|data-embed|data-issue|pl-k/);
  });
});

describe('in a real browser', () => {
  let browser: Browser;
  let server: Server;
  let origin = '';
  const pages = new Map<string, string>();

  beforeAll(async () => {
    for (let start = 0; start < rendered.length; start += 200) {
      const articles = rendered
        .slice(start, start + 200)
        .map(({ html }) => `<article>${html}</article>`);
      pages.set(
        `/${start}`,
        `<!doctype html><title>t</title>${articles.join('\n')}<footer>after</footer>`,
      );
    }
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (url.searchParams.has('csp')) response.setHeader('content-security-policy', POLICY);
      response.end(pages.get(url.pathname) ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.address();
    if (typeof address === 'string' || !address) throw new Error('The server has no port.');
    origin = `http://127.0.0.1:${address.port}`;
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens pages, hovers, focuses and clicks everything; says what ran and what was asked for. */
  async function provoke(paths: Iterable<string>) {
    const page = await browser.newPage();
    const requests: string[] = [];
    const executed: string[] = [];
    const strays: string[] = [];
    let opening = '';
    await page.exposeFunction('reportExecution', (what: string) => executed.push(what));
    await page.addInitScript(() => {
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox']) {
        Reflect.set(window, name, () => Reflect.get(window, 'reportExecution')(name));
      }
    });
    await page.route('**/*', async (route) => {
      const request = route.request();
      if (request.url() === opening) return route.continue();
      // A link that was clicked: no content, so the page stays.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        return route.fulfill({ status: 204 });
      }
      if (request.resourceType() !== 'image') requests.push(request.url());
      return route.abort();
    });
    let elements = 0;
    for (const path of paths) {
      opening = origin + path;
      await page.goto(opening);
      elements += await page.evaluate(async () => {
        const events = [
          'mouseover',
          'mouseenter',
          'mousemove',
          'focus',
          'focusin',
          'toggle',
          'error',
        ];
        const all = [...document.querySelectorAll('article *')];
        for (const element of all) {
          for (const event of events) element.dispatchEvent(new Event(event, { bubbles: true }));
        }
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const link of document.querySelectorAll('a')) link.click();
        await new Promise((resolve) => setTimeout(resolve, 100));
        return all.length;
      });
      if ((await page.locator('body > footer').count()) !== 1) strays.push(`no footer on ${path}`);
      strays.push(...(await page.locator('body > :not(article, footer)').allInnerTexts()));
    }
    await page.close();
    return { requests, executed, strays, elements };
  }

  it('a page without sanitising is caught', async () => {
    pages.set(
      '/control',
      '<article><p onmouseover="alert(1)">a</p><a href="javascript:print()">b</a><script src="https://evil.example/x.js"></script></article><aside></aside>',
    );
    const { requests, executed, strays } = await provoke(['/control']);
    pages.delete('/control');
    expect(executed).toEqual(expect.arrayContaining(['alert', 'print']));
    expect(requests).toEqual(['https://evil.example/x.js']);
    expect(strays).toHaveLength(2);
  });

  it.each(['', '?csp'])(
    'nothing runs and nothing but images is asked for (%s)',
    async (query) => {
      const result = await provoke([...pages.keys()].map((path) => path + query));
      expect(result.elements).toBeGreaterThan(5000);
      expect(result.executed).toEqual([]);
      expect(result.requests).toEqual([]);
      expect(result.strays).toEqual([]);
    },
    60_000,
  );
});
