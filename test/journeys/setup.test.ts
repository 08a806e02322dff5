/** From an empty environment to a published post, as somebody does who has just forked the blog. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRepository, findUser } from '../../lib/sandbox/store';
import { launchBrowser } from '../browser';
import { readPage } from '../support/page';
import { openReader } from '../support/reader';
import { startTestSite, type TestSite, until } from '../support/site';
import { violationsOn } from '../support/violations';

let browser: Browser;
let site: TestSite;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await startTestSite({
    env: {
      GITHUB_REPOSITORY: '',
      GITHUB_TOKEN: '',
      GITHUB_WEBHOOK_SECRET: '',
      GITHUB_CLIENT_ID: '',
      GITHUB_CLIENT_SECRET: '',
      SESSION_SECRET: '',
    },
  });
  const owner = findUser(site.sandbox.store, 'octocat');
  if (!owner) throw new Error('There is no octocat.');
  createRepository(site.sandbox.store, { owner, name: 'diary' });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

it('leads from nothing to a published post', async () => {
  const reader = await openReader(browser, {
    viewport: { width: 1100, height: 900 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page, complaints } = reader;
  const found: string[] = [];
  let clicks = 0;
  const press = async (role: 'link' | 'button', name: string | RegExp) => {
    clicks += 1;
    await page.getByRole('main').getByRole(role, { name }).first().click();
    await page.waitForLoadState('load');
  };
  const look = async (name: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/setup-${name}.png`, fullPage: true });
    found.push(...(await violationsOn(page)).map((violation) => `${name}: ${violation}`));
  };
  const begun = Date.now();

  await page.goto(site.url);
  await press('link', 'Connect a repository');
  await look('repository');
  await page.getByLabel('Repository, as owner/name').fill('octocat/diary');
  await press('button', 'Continue');
  await look('connect');
  await press('button', 'Create the GitHub App');
  await press('button', 'Create GitHub App for octocat');
  await page.getByRole('heading', { name: 'The App “octocat diary” is there' }).waitFor();
  await look('created');

  const downloading = page.waitForEvent('download');
  clicks += 1;
  await page.getByRole('link', { name: 'Download as .env' }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  await page.getByRole('button', { name: 'Copy all' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file);

  // What a person does on the machine: the file beside the site, and a new start.
  const began = Date.now();
  Object.assign(
    site.settings,
    Object.fromEntries(
      file
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/)),
    ),
  );
  await site.restart();
  const restart = Date.now() - began;

  await press('link', 'Install the App');
  await press('button', 'Install');
  await page.getByRole('heading', { name: 'This blog is set up' }).waitFor();
  await look('door');
  await press('link', 'Sign in with GitHub');
  await press('button', /^Authorize/);
  await page.getByRole('heading', { name: 'How this blog is' }).waitFor();
  await look('checks');
  await press('button', 'Create the label');
  await page.getByText('The label “Publish” is there.').waitFor();
  await press('link', 'Add the template');
  await press('button', 'Commit changes');
  await page.goto(`${site.url}/setup`);
  clicks += 1;
  await page.getByText('Everything is in order.').waitFor();
  await look('green');
  expect(await page.locator('[data-state="fail"], [data-state="warn"]').count()).toBe(0);

  await press('link', 'New post');
  await page.getByLabel('Title').fill('The first of many');
  await page.getByLabel('Body').fill('It *works*.');
  await press('button', 'Submit new issue');
  await until(async () => (await readPage(`${site.url}/post/1`)).name === 'The first of many');
  await until(async () => (await readPage(site.url)).entries.includes('The first of many'));
  const seconds = (Date.now() - begun) / 1000;
  await page.goto(`${site.url}/post/1`);
  await page.getByText('It works.').waitFor();
  await until(() =>
    [...site.sandbox.store.data.comments.values()].some(({ body }) =>
      body.includes(`${site.url}/post/1/`),
    ),
  );

  console.info(
    `From an empty environment to a published post: ${clicks} clicks, ${seconds.toFixed(1)} s, of which ${(restart / 1000).toFixed(1)} s for the new start.`,
  );
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  await reader.close();
});
