import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBlog } from '../../lib/moving/export';
import { importBlog } from '../../lib/moving/import';
import { MovingError } from '../../lib/moving/moving-error';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { docusaurusBlog, folderOf, hugoBlog, jekyllBlog } from './blogs';

let sandbox: Sandbox;
let seeded: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ hourlyLimit: 50_000 });
  seeded = await startSandbox({ seed: true, hourlyLimit: 50_000 });
});
afterAll(async () => {
  await sandbox.close();
  await seeded.close();
});

function environment({ url }: Sandbox, token = 'author-token') {
  return {
    GITHUB_REPOSITORY: 'octocat/blog',
    GITHUB_TOKEN: token,
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: url,
  };
}

async function run(
  command: typeof importBlog,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) {
  const lines: string[] = [];
  const status = await command({ args, env, print: (line) => lines.push(line) });
  return { status, lines, said: lines.join('\n') };
}

const write = ['--yes', '--pace', '0'];

interface RestIssue {
  number: number;
  title: string;
  body: string;
  labels: { name: string }[];
  milestone: { title: string } | null;
  comments: number;
}

async function issuesOf({ url }: Sandbox): Promise<RestIssue[]> {
  const issues: RestIssue[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await fetch(
      `${url}/repos/octocat/blog/issues?state=all&direction=asc&per_page=100&page=${page}`,
      { headers: { authorization: 'Bearer author-token' } },
    );
    const found: RestIssue[] = await answer.json();
    issues.push(...found);
    if (found.length < 100) return issues;
  }
}

describe('importing', () => {
  it('54 posts in the notations of Hugo, Jekyll and Docusaurus: shown first, then written, never twice', async () => {
    const folders = await Promise.all([
      folderOf(jekyllBlog(17)),
      folderOf(hugoBlog(18)),
      folderOf(docusaurusBlog(18)),
    ]);
    const env = environment(sandbox);
    for (const folder of folders) {
      const { said } = await run(importBlog, [folder], env);
      expect(said).toContain('18 posts: 18 to create, 0 already there, 0 that cannot be moved.');
      expect(said).toContain('Nothing was written.');
    }
    expect(await issuesOf(sandbox)).toEqual([]);

    for (const folder of folders) {
      const { status, said } = await run(importBlog, [folder, ...write], env);
      expect(said).toContain('Created 18 posts, 0 comments and 1 image in octocat/blog.');
      expect(status).toBe(0);
    }
    const written = await issuesOf(sandbox);
    expect(written).toHaveLength(54);

    for (const folder of folders) {
      const { said } = await run(importBlog, [folder, ...write], env);
      expect(said).toContain('18 posts: 0 to create, 18 already there');
      expect(said).toContain('Created 0 posts, 0 comments and 0 images');
    }
    expect(await issuesOf(sandbox)).toEqual(written);
  });

  it('keeps titles, dates, tags, series and drafts, silences names, and links posts to each other', async () => {
    const issues = await issuesOf(sandbox);
    const find = (title: string) => {
      const issue = issues.find((one) => one.title === title);
      if (!issue) throw new Error(`no ${title}`);
      return { ...issue, labels: issue.labels.map(({ name }) => name).sort() };
    };
    const hugo = find('Hugo 1');
    expect(hugo.labels).toEqual(['Publish', 'c++', 'stone']);
    expect(hugo.milestone?.title).toBe('Walls');
    expect(hugo.body).toMatch(
      /^<!--\ndate: "?2021-03-01T07:30:00\.000Z"?\n-->\n\nBefore the fold\./,
    );
    expect(hugo.body).toMatch(
      /!\[A dot\]\(http[^)]*\/octocat\/blog\/raw\/HEAD\/images\/2021\/03\/dot-\w{8}\.png\)/,
    );
    expect(find('Hugo 4').labels).toContain('Draft');
    expect(find('Hugo 4').labels).not.toContain('Publish');
    expect(find('Hugo 2').body).toContain('slug: wall-2');

    const [first, second] = [find('Jekyll 1'), find('Jekyll 2')];
    const address = (number: number) => `${sandbox.url}/octocat/blog/issues/${number}`;
    expect(second.body).toContain(`[the other](${address(first.number)})`);
    // Written before the other had a number.
    expect(first.body).toContain(`[the other](${address(second.number)})`);
    expect(first.body).toContain('Hello @<!-- -->somebody, see #<!-- -->12');
    expect(first.body).toContain('puts "@somebody #12"');

    const image = /\((http[^ )]+\.png) 'Dot'\)/.exec(find('Docusaurus 1').body)?.[1] ?? '';
    const answer = await fetch(image);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('names authors by the accounts it is told, and asks for those it does not know', async () => {
    const folder = await folderOf({ 'a.md': '---\ntitle: By Ann\nauthor: Ann Lee\n---\nText.' });
    const { said } = await run(importBlog, [folder], environment(sandbox));
    expect(said).toContain('unless you name their accounts with --authors: Ann Lee.');
    const args = [folder, ...write, '--authors', 'Ann Lee=hubot'];
    await run(importBlog, args, environment(sandbox));
    const issue = (await issuesOf(sandbox)).find(({ title }) => title === 'By Ann');
    expect(issue?.body).toContain('authors:\n  - hubot\n');
  });

  it('goes on where it was interrupted', async () => {
    const folder = await folderOf(hugoBlog(6));
    const own = await startSandbox({ hourlyLimit: 50_000 });
    const env = environment(own);
    const faults = (api: object) =>
      fetch(`${own.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify({ api }) });
    let done = 0;
    const interrupted = importBlog({
      args: [folder, ...write],
      env,
      print: () => {},
      progress: () => {
        done += 1;
        if (done === 3) void faults({ mode: 'down' });
      },
    });
    await expect(interrupted).rejects.toThrow();
    await faults({ mode: 'ok' });
    const before = (await issuesOf(own)).length;
    expect(before).toBeGreaterThanOrEqual(3);
    expect(before).toBeLessThan(6);
    await run(importBlog, [folder, ...write], env);
    expect((await issuesOf(own)).map(({ title }) => title)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `Hugo ${n}`),
    );
    await own.close();
  });

  it('refuses what an issue cannot hold, and moves the rest', async () => {
    const folder = await folderOf({
      'long.md': `# Long\n\n${'word '.repeat(14_000)}`,
      'short.md': `# ${'T'.repeat(300)}\n\nShort.`,
    });
    const { status, said } = await run(importBlog, [folder, ...write], environment(sandbox));
    expect(status).toBe(1);
    expect(said).toContain(
      'Long: it has 69,999 characters, and an issue holds 65,536. Split it in two.',
    );
    expect(said).toContain('a title holds 256 characters; the rest was cut.');
    expect((await issuesOf(sandbox)).some(({ title }) => title === 'T'.repeat(256))).toBe(true);
  });

  it('counts as GitHub does: an emoji is one character', async () => {
    const folder = await folderOf({
      'emoji.md': `# ${'🐙'.repeat(300)}\n\n${'🌊'.repeat(40_000)}`,
    });
    const { status, said } = await run(importBlog, [folder, ...write], environment(sandbox));
    expect(status).toBe(0);
    expect(said).toContain('a title holds 256 characters; the rest was cut.');
    expect((await issuesOf(sandbox)).some(({ title }) => title === '🐙'.repeat(256))).toBe(true);
  });

  it('takes no image from outside the blog’s folder', async () => {
    const folder = await folderOf({
      'secret.png': 'no image',
      'blog/package.json': '{}',
      'blog/posts/a.md': '# Outside\n\n![](../../secret.png)',
    });
    const { said } = await run(importBlog, [join(folder, 'blog')], environment(sandbox));
    expect(said).not.toContain('images');
  });

  it.each([
    [[], /Give one source; got 0/],
    [['a', 'b'], /Give one source; got 2/],
    [['--fast'], /Unknown option '--fast'/],
    [['.', '--pace', 'x'], /--pace should be milliseconds; got 'x'/],
    [['.', '--authors', 'Ann'], /--authors should look like "Name=login, …"; got 'Ann'/],
  ])('says what is wrong with %j', async (args, message) => {
    const running = run(importBlog, args, environment(sandbox));
    await expect(running).rejects.toThrow(MovingError);
    await expect(run(importBlog, args, environment(sandbox))).rejects.toThrow(message);
  });
});

describe('exporting', () => {
  it('and importing gives the same blog: exported again, it is the same', async () => {
    const first = await folderOf({});
    const { status, said } = await run(exportBlog, [first], environment(seeded));
    expect(said).toMatch(/^Wrote \d+ posts and \d+ images/m);
    expect(status).toBe(0);

    const target = await startSandbox({ hourlyLimit: 50_000 });
    const imported = await run(importBlog, [first, ...write], environment(target));
    expect(imported.said).toMatch(/Created 1\d posts, \d{2,} comments/);
    const second = await folderOf({});
    await run(exportBlog, [second], environment(target));

    const [before, after] = await Promise.all([filesOf(first), filesOf(second)]);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, content] of before)
      expect({ name, content: after.get(name) }).toEqual({ name, content });

    const again = await run(importBlog, [first, ...write], environment(target));
    expect(again.said).toContain('Created 0 posts, 0 comments and 0 images');
    await target.close();
  });

  it('overwrites nothing', async () => {
    const folder = await folderOf({ 'mine.txt': 'mine' });
    await expect(run(exportBlog, [folder], environment(seeded))).rejects.toThrow(
      /should be empty or not there yet; it holds 1 files/,
    );
    expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  });
});

/** Every file of an export but the one that says which blog it was. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name !== 'issuepress.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = names.map(
    async (name) => [name.slice(folder.length), await readFile(name, 'base64')] as const,
  );
  const pairs = await Promise.all(files);
  return new Map(
    pairs.map(([name, content]) => [name, Buffer.from(content, 'base64').toString('latin1')]),
  );
}
