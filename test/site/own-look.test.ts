/** A fork that edits no file is its own blog. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, control } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite({
    env: {
      SITE_TITLE: 'The Red Gazette',
      SITE_ACCENT: '#b3261e',
      SITE_LOGO: '/favicon.svg',
      SITE_LINKS: 'About=/post/1, Code=https://code.example/a?b=c',
      SITE_FOOTER: 'Words by Ann <ann@a.example>, CC BY 4.0.',
      POSTS_PER_PAGE: '3',
      COMMENTS: 'off',
      BOT_TEXT: 'Read it at {{url}} today.',
    },
  });
});
afterAll(() => site.close());

it('has its accent, logo, links and footer on every page, within the policy', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${site.url}/archive`);
  const hue = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent-hue').trim(),
  );
  expect(hue).toBe('29');
  const links = page.getByRole('banner').getByRole('navigation').getByRole('link');
  expect((await links.allTextContents()).slice(0, 2)).toEqual(['About', 'Code']);
  expect(await links.nth(1).getAttribute('href')).toBe('https://code.example/a?b=c');
  expect(await page.locator('header img').getAttribute('src')).toBe('/favicon.svg');
  expect(await page.getByRole('contentinfo').textContent()).toContain(
    'Words by Ann <ann@a.example>, CC BY 4.0.',
  );
  expect(complaints).toEqual([]);
  await browser.close();
});

it('has as many posts a page as it likes, its bot’s words, and no comments', async () => {
  await control(site.sandbox, 'POST', '/issues', {
    issues: [1, 2, 3, 4, 5, 6, 7].map((index) => ({
      title: `Post ${index}`,
      body: 'Text.',
      author: 'octocat',
      labels: ['Publish'],
      comments: [{ author: 'hubot', body: 'I say so.' }],
    })),
  });
  const author = asAuthor(site.sandbox);
  const number = await author.createIssue({ title: 'Post 8', body: 'Text.', labels: ['Publish'] });
  await until(async () => {
    const html = await (await fetch(site.url)).text();
    return html.includes('Post 8') && html.match(/class="[^"]*h-entry/g)?.length === 3;
  });
  expect((await fetch(`${site.url}/page/3`)).status).toBe(200);
  expect((await fetch(`${site.url}/page/4`)).status).toBe(404);
  await until(async () => {
    const said = await author.comments(number);
    return said.join().includes(`Read it at ${site.url}/post/8/post-8 today.`);
  });
  const post = await (await fetch(`${site.url}/post/1/post-1`)).text();
  expect(post).toContain('Text.');
  expect(post).not.toContain('I say so.');
  expect(post).not.toContain('id="discussion"');
});
