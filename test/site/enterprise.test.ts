/** An Enterprise server: REST under `/api/v3`, GraphQL at `/api/graphql`, pages beside them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectSettings } from '../../lib/inspect-settings';
import { examine } from '../../lib/setup/examine';
import { apiCalls, asAuthor } from '../support/github';
import { readPage } from '../support/page';
import { signIn } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite({ seed: true });
  // The embedded GitHub has both layouts on one port.
  site.settings.GITHUB_API_URL = `${site.sandbox.url}/api/v3`;
  site.settings.GITHUB_SERVER_URL = site.sandbox.url;
  await site.restart();
});

afterAll(() => site.close());

it('publishes at once, asking under the Enterprise addresses alone', async () => {
  await apiCalls(site.sandbox, { clear: true });
  const author = asAuthor(site.sandbox);
  const number = await author.createIssue({ title: 'Inside', body: 'Text.', labels: ['Publish'] });
  await until(async () => (await readPage(`${site.url}/post/${number}`)).name === 'Inside');
  await until(async () => (await author.comments(number)).some((body) => body.includes(site.url)));
  const { requests } = await apiCalls(site.sandbox);
  const ours = requests.filter(({ operation }) => operation !== null);
  expect(ours.length).toBeGreaterThan(0);
  for (const { path } of ours) expect(path).toMatch(/^\/api\/graphql/);
});

it('leads to the pages of that server', async () => {
  const { html } = await readPage(`${site.url}/post/1`);
  expect(html).toContain(`href="${site.sandbox.url}/octocat/blog/issues/1"`);
  expect(html).not.toContain('https://github.com/octocat/blog');
});

it('lets people sign in there', async () => {
  const client = await signIn(site, 'author');
  const answer = await (await client.send('GET', '/api/session')).json();
  expect(answer.viewer).toMatchObject({ login: 'octocat' });
});

it('is checked there, and registers its App there', async () => {
  const findings = await examine(inspectSettings(site.settings));
  expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
  expect(findings.map(({ id }) => id)).toContain('rate-limit');
  const keyless = { ...site.settings, GITHUB_TOKEN: '' };
  const { config } = inspectSettings(keyless);
  expect(config.serverUrl).toBe(site.sandbox.url);
});

it('takes the server from the address of the API where it is not named', () => {
  const { config } = inspectSettings({ GITHUB_API_URL: 'https://github.example.com/api/v3/' });
  expect(config.serverUrl).toBe('https://github.example.com');
  expect(config.apiUrl).toBe('https://github.example.com/api/v3');
});
