/**
 * What finding costs as a blog grows: `npx tsx test/bench/find.ts [posts]` (2,000). Builds nothing:
 * run `next build` before. Prints calls to GitHub, times, memory and, with up to 5,000 posts, the
 * search in a browser.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Sandbox } from '../../lib/sandbox/server';
import { launchBrowser } from '../browser';
import { apiCalls, asAuthor, control } from '../support/github';
import { startTestSite, until } from '../support/site';

const COUNT = Number(process.argv[2] ?? 2_000);
const BATCH = 500;

/** Numbers that look random and are the same every time. */
let seed = 7;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}

const SYLLABLES = 'ka lo mi ter sun pre dor vel in ost ra be qui no sta fle gar un do ly'.split(
  ' ',
);

/** A vocabulary of 30,000 words; those that are looked for are among the usual ones. */
const WORDS = Array.from({ length: 30_000 }, (_, place) =>
  place > 200 && place < 204
    ? ['kernel', 'machine', 'publish'][place - 201]
    : Array.from(
        { length: 1 + Math.floor(random() * 4) },
        () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
      ).join('') + (place > 2_000 ? (SYLLABLES[place % 20] ?? '') : ''),
);

/** A few words are in every sentence and most are rare, as in any language. */
function word(): string {
  return WORDS[Math.floor(WORDS.length * random() ** 3)] ?? '';
}

function sentence(length: number): string {
  return Array.from({ length }, word).join(' ');
}

function post(place: number) {
  const chinese = place % 10 === 3;
  return {
    title: chinese ? `第${place}篇：用议题写博客` : `${sentence(5)} ${place}`,
    body: Array.from({ length: 8 }, () => sentence(38)).join('.\n\n'),
    author: place % 4 === 0 ? 'hubot' : 'octocat',
    createdAt: new Date(Date.UTC(2015, 0, 1) + place * 8 * 3_600_000).toISOString(),
    labels: ['Publish', `tag-${place % 40}`, `topic-${place % 7}`],
  };
}

const note = (what: string, value: unknown) => console.log(`${what.padEnd(52)} ${value}`);
const since = (start: number) => `${(performance.now() - start).toFixed(0)} ms`;

async function main(): Promise<void> {
  const site = await startTestSite();
  const author = asAuthor(site.sandbox);
  try {
    for (let from = 0; from < COUNT; from += BATCH) {
      const length = Math.min(BATCH, COUNT - from);
      const issues = Array.from({ length }, (_, place) => post(from + place));
      await control(site.sandbox, 'POST', '/issues', { issues });
    }
    await control(site.sandbox, 'DELETE', '/requests');
    await site.restart('SIGKILL');
    const started = performance.now();
    await until(async () => (await fetch(`${site.url}/`)).ok, 300_000);
    note(`first page of ${COUNT} posts, read whole`, since(started));
    note('calls to GitHub for it', (await apiCalls(site.sandbox)).count);

    for (const path of [
      '/',
      '/page/2',
      `/page/${Math.ceil(COUNT / 10)}`,
      '/tag/tag-3',
      '/author/octocat',
      '/archive',
      '/archive/2016',
      '/tags',
      '/sitemap.xml',
      '/feed.rss',
      '/feed.json',
      '/tag/tag-3/feed.atom',
      '/search?q=kernel',
      '/search.json',
    ]) {
      const times: string[] = [];
      let bytes = 0;
      for (let turn = 0; turn < 2; turn += 1) {
        const start = performance.now();
        const response = await fetch(`${site.url}${path}`, {
          headers: { 'accept-encoding': 'gzip' },
        });
        const body = await response.arrayBuffer();
        bytes = gzipSync(Buffer.from(body)).length;
        times.push(`${response.status} ${since(start)}`);
      }
      note(path, `${times.join(', then ')}, ${(bytes / 1024).toFixed(0)} KB gzip`);
    }

    // The first delivery after a start also finds all that happened before it.
    await author.call('PATCH', '/issues/1', { title: 'The first edit' });
    await until(async () =>
      (await (await fetch(`${site.url}/post/1`)).text()).includes('first edit'),
    );
    await until(async () => !(await isBusy(site.output)));
    await control(site.sandbox, 'DELETE', '/requests');
    const edited = Math.floor(COUNT / 2);
    const edit = performance.now();
    await author.call('PATCH', `/issues/${edited}`, { title: 'An edited title' });
    await until(async () =>
      (await (await fetch(`${site.url}/post/${edited}`)).text()).includes('An edited title'),
    );
    note('an edit is seen after', since(edit));
    await until(async () => !(await isBusy(site.output)));
    note('an edit, whole', lastDelivery(site.output()));
    note('calls to GitHub for it', await callsBySort(site.sandbox));

    await control(site.sandbox, 'DELETE', '/requests');
    const publish = performance.now();
    const number = await author.createIssue({
      title: 'Brand new',
      body: 'x',
      labels: ['Publish', 'tag-3'],
    });
    await until(async () => (await (await fetch(`${site.url}/`)).text()).includes('Brand new'));
    note('a new post is on the home page after', since(publish));
    await until(async () => (await author.comments(number)).length === 1);
    await until(async () => !(await isBusy(site.output)));
    note('a new post, whole', lastDelivery(site.output()));
    note('calls to GitHub for it', await callsBySort(site.sandbox));
    const health: unknown = await (await fetch(`${site.url}/api/health`)).json();
    note('health', JSON.stringify(health));
    note('memory of the server', memoryOfChildren());
    if (COUNT <= 5_000) await searchInBrowser(site.url);
  } finally {
    await site.close();
  }
}

/** The site's own calls, without what this script asked for. */
async function callsBySort(sandbox: Sandbox): Promise<string> {
  const sorts = new Map<string, number>();
  for (const { operation } of (await apiCalls(sandbox)).requests) {
    if (operation) sorts.set(operation, (sorts.get(operation) ?? 0) + 1);
  }
  return [...sorts].map(([operation, count]) => `${count} ${operation}`).join(', ');
}

/** No line was printed for a moment. */
async function isBusy(output: () => string): Promise<boolean> {
  const before = output().length;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return output().length !== before;
}

function lastDelivery(output: string): string {
  const lines = output.split('\n').filter((line) => line.includes('"delivery"'));
  return lines
    .slice(-4)
    .map((line) => line.replace(/"delivery":"[^"]*",/, ''))
    .join(' ');
}

/** Resident memory of the processes that this one started. */
function memoryOfChildren(): string {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8');
  const sizes = children
    .trim()
    .split(' ')
    .map((pid) => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
      return `${/Name:\s+(.*)/.exec(status)?.[1]} ${Math.round(kilobytes / 1024)} MB`;
    });
  return sizes.join(', ');
}

async function searchInBrowser(url: string): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${url}/archive`, { waitUntil: 'networkidle' });
  const opened = performance.now();
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('议题');
  await page.getByRole('option').first().waitFor();
  note('the box, opened, loaded and answering', since(opened));
  const times: number[] = await page.evaluate(
    async (queries) => {
      const field = document.querySelector<HTMLInputElement>('.search-box input');
      const measured: number[] = [];
      for (const query of queries) {
        for (let length = 1; field && length <= query.length; length += 1) {
          field.value = query.slice(0, length);
          const start = performance.now();
          field.dispatchEvent(new Event('input'));
          // The handler waits for the index, which is there, and then works in one go.
          await new Promise((resolve) => setTimeout(resolve));
          measured.push(performance.now() - start);
        }
      }
      return measured;
    },
    ['kernel', 'publsih', 'wonderful machine', '议题写博客', 'emacs'],
  );
  const sorted = times.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
  note(
    `a keystroke, of ${sorted.length}`,
    `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`,
  );
  await browser.close();
}

await main();
