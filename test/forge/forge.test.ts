/**
 * An author who never leaves Emacs: the real magit-forge, in batch mode, against the embedded GitHub
 * and the built site. It needs Debian's emacs-nox, elpa-magit-forge, elpa-ghub, git and openssl.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { startTestSite, type TestSite, until } from '../support/site';
import { startTlsFront, type TlsFront } from '../support/tls-front';
import { type Emacs, startEmacs } from './emacs';

const hasForge = spawnSync('emacs', ['--batch', '--eval', "(require 'forge)"]).status === 0;
const isRequired = process.env.REQUIRE_FORGE === '1';
if (!hasForge) console.warn('magit-forge is not installed here: its test is left out.');

describe.runIf(hasForge || isRequired)('an author in magit-forge', () => {
  let directory: string;
  let site: TestSite;
  let front: TlsFront;
  let emacs: Emacs;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'issuepress-forge-'));
    site = await startTestSite();
    front = await startTlsFront(site.sandbox.url, directory);
    const home = path.join(directory, 'home');
    emacs = await startEmacs({ front, home, login: 'octocat', token: DEMO_TOKENS.author });
  });

  afterAll(async () => {
    console.info(emacs?.transcript());
    emacs?.close();
    await front?.close();
    await site?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const page = async (number: number, slug: string) =>
    fetch(`${site.url}/post/${number}/${slug}`, { redirect: 'manual' });
  const shows = (number: number, slug: string, text: string) =>
    until(async () => (await (await page(number, slug)).text()).includes(text));
  const isMissing = (number: number, slug: string, text: string) =>
    until(async () => !(await (await page(number, slug)).text()).includes(text));
  /** Pulls until forge knows of something, as an author would. */
  async function pulled(form: string, expected: string | RegExp): Promise<string> {
    let found = '';
    await until(async () => {
      await emacs.eval('(forge-test-pull)');
      found = await emacs.eval(form);
      return (found.match(expected)?.length ?? 0) > 0;
    }, 60_000);
    return found;
  }

  it('adds the repository and lists nothing yet', async () => {
    const url = `https://${front.host}/octocat/blog`;
    expect(await emacs.eval(`(forge-test-add-repository ${JSON.stringify(url)})`)).toBe('nil');
  });

  it('writes from the template; its text is lost on the way, and the blog bears it', async () => {
    await emacs.eval('(forge-test-create "Lost words" "Gone before it was read.")');
    expect(await emacs.eval('(forge-test-topics)')).toBe('((1 open "Lost words" ("Publish")))');
    await until(async () => (await page(1, 'lost-words')).status === 200);
    const comments = await pulled('(forge-test-comments 1)', 'View your post at');
    expect(comments).toContain(`View your post at ${site.url}/post/1/lost-words`);
    expect(comments).toContain('no text yet');
  });

  it('fills the post by editing it', async () => {
    await emacs.eval('(forge-test-edit 1 "Found *again*.")');
    await shows(1, 'lost-words', 'Found <em>again</em>.');
    await pulled('(forge-test-body 1)', 'Found \\*again\\*');
  });

  it('loses nothing with the advice that the guide gives', async () => {
    const advice = path.resolve('docs/forge-keep-body.el');
    await emacs.eval(`(load ${JSON.stringify(advice)} nil t)`);
    await emacs.eval('(forge-test-create "From Emacs" "Written in **Emacs**.")');
    await shows(2, 'from-emacs', 'Written in <strong>Emacs</strong>.');
    const comments = await pulled('(forge-test-comments 2)', 'View your post at');
    const url = /View your post at (\S+?)(?:\\n|\s|")/.exec(comments)?.[1] ?? '';
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('Written in <strong>Emacs</strong>.'),
    ]);
    expect(await emacs.eval('(forge-test-topics)')).toContain('(2 open "From Emacs" ("Publish"))');
  });

  it('comments, edits the comment and deletes it', async () => {
    await emacs.eval('(forge-test-comment 2 "Said from Emacs.")');
    await shows(2, 'from-emacs', 'Said from Emacs.');
    const comments = await pulled('(forge-test-comments 2)', 'Said from Emacs');
    const id = /\((\d+) "octocat" "Said from Emacs/.exec(comments)?.[1];
    await emacs.eval(`(forge-test-edit-comment 2 ${id} "Said better.")`);
    await shows(2, 'from-emacs', 'Said better.');
    await emacs.eval(`(forge-test-delete-comment 2 ${id})`);
    await isMissing(2, 'from-emacs', 'Said better.');
  });

  it('retitles, labels, closes and takes the label away', async () => {
    await emacs.eval('(forge-test-retitle 2 "Out of Emacs")');
    await until(async () => (await page(2, 'out-of-emacs')).status === 200);
    expect((await page(2, 'from-emacs')).headers.get('location')).toBe('/post/2/out-of-emacs');
    await emacs.eval('(forge-test-label 2 "Publish" "emacs")');
    await shows(2, 'out-of-emacs', '/tag/emacs');
    await emacs.eval('(forge-test-toggle 2)');
    await pulled('(forge-test-topics)', '2 closed "Out of Emacs"');
    expect((await page(2, 'out-of-emacs')).status).toBe(200);
    await emacs.eval('(forge-test-label 2 "emacs")');
    await until(async () => (await page(2, 'out-of-emacs')).status === 404);
    await pulled('(forge-test-comments 2)', 'Unpublished');
  });
});
