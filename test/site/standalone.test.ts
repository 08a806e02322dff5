/** The standalone server in a folder of its own, as it is in an image or on a server. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { withoutSettings } from '../support/build-site';
import { asAuthor } from '../support/github';
import { readPage } from '../support/page';
import { freePort, until, WEBHOOK_SECRET } from '../support/site';

/** Whether a process can be started that does not see the project's folder. */
const HIDE = `mount -t tmpfs none '${process.cwd()}'`;
const canHide = spawnSync('unshare', ['-m', 'sh', '-c', HIDE]).status === 0;

let folder: string;
let sandbox: Sandbox;
let server: ChildProcess;
let url: string;
let printed = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'issuepress-standalone-'));
  const copy = (from: string, to: string) =>
    cp(from, path.join(folder, to), { recursive: true, verbatimSymlinks: true });
  // The three that the Dockerfile and the guide copy, and nothing else.
  await copy('.next/standalone', '.');
  await copy('.next/static', '.next/static');
  await copy('public', 'public');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  sandbox = await startSandbox({
    hook: { url: `${url}/api/webhook`, secret: WEBHOOK_SECRET },
    seed: true,
  });
  const start = `exec '${process.execPath}' server.js`;
  const [command, ...args] = canHide
    ? ['unshare', '-m', 'sh', '-c', `${HIDE} && ${start}`]
    : ['sh', '-c', start];
  server = spawn(command ?? 'sh', args, {
    cwd: folder,
    env: {
      ...withoutSettings(process.env),
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
      GITHUB_REPOSITORY: 'octocat/blog',
      GITHUB_TOKEN: DEMO_TOKENS.bot,
      GITHUB_API_URL: sandbox.url,
      GITHUB_WEBHOOK_SECRET: WEBHOOK_SECRET,
      SITE_URL: url,
      CACHE_DIRECTORY: path.join(folder, 'cache'),
    },
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk) => {
      printed += String(chunk);
    });
  }
  await until(async () => {
    if (server.exitCode !== null) throw new Error(`It ended: ${printed}`);
    return (await fetch(`${url}/api/health`).catch(() => null))?.ok === true;
  });
});

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the standalone server', () => {
  it('answers pages with their styles, fonts and scripts', async () => {
    const { status, html, entries } = await readPage(url);
    expect(status).toBe(200);
    expect(entries.length).toBeGreaterThan(5);
    const attributes = [...html.matchAll(/(?:href|src|data-src|data-reader)="(\/[^"]+)"/g)];
    const files = attributes
      .flatMap(([, value]) => value?.split(' ') ?? [])
      .filter((address) => /^\/(_next|fonts|reader)\//.test(address));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect((await fetch(`${url}${file}`)).status, file).toBe(200);
  });

  it('renders Markdown in its worker, code and maths included', async () => {
    const number = await asAuthor(sandbox).createIssue({
      title: 'Rendered by the worker',
      body: '```ts\nconst answer: number = 42;\n```\n\n$e^{i\\pi} = -1$\n',
      labels: ['Publish'],
    });
    await until(async () => (await readPage(`${url}/post/${number}`)).status === 200);
    const { html } = await readPage(`${url}/post/${number}`);
    expect(html).toMatch(/<span class="pl-k">const<\/span>/);
    expect(html).toContain('<math');
    expect((await readPage(url)).entries).toContain('Rendered by the worker');
  });

  it('takes a delivery, and its bot answers with the text of its template', async () => {
    const number = await asAuthor(sandbox).createIssue({
      title: 'Announced',
      body: 'Text.',
      labels: ['Publish'],
    });
    await until(async () =>
      (await asAuthor(sandbox).comments(number)).some((body) => body.includes(`${url}/post/`)),
    );
  });

  it.each([
    ['/feed.atom', 'application/atom+xml'],
    ['/sitemap.xml', 'application/xml'],
    ['/post/1.md', 'text/markdown'],
    ['/card/post/1.png', 'image/png'],
    ['/search?q=emacs', 'text/html'],
    ['/setup', 'text/html'],
  ])('answers %s, behind a server that speaks TLS as well', async (address, type) => {
    for (const scheme of ['http', 'https']) {
      const headers = { 'x-forwarded-proto': scheme, 'x-forwarded-host': 'blog.example' };
      const response = await fetch(`${url}${address}`, { headers });
      expect(response.status, scheme).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300);
    }
  });

  it('sees nothing of the project it came from, where the machine can hide it', () => {
    expect(printed).not.toMatch(/Cannot find module|ENOENT|⨯/);
    if (process.getuid?.() === 0) console.info(`The source was hidden: ${canHide}`);
  });
});
