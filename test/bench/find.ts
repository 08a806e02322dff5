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
import { startTestSite, type TestSite, until } from '../support/site';

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

function sample(place: number) {
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
      const issues = Array.from({ length }, (_, place) => sample(from + place));
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
    const edited = Math.floor(COUNT / 2);
    // A busy server may close a connection that is about to be used again.
    const headers = { connection: 'close' };
    const textOf = async (path: string) => (await fetch(`${site.url}${path}`, { headers })).text();
    const shows = (path: string, text: string) => async () => (await textOf(path)).includes(text);
    const edit = (changes: object) => author.call('PATCH', `/issues/${edited}`, changes);
    const post = `/post/${edited}`;
    await measure(
      site,
      'a text',
      () => edit({ body: 'An edited text.' }),
      shows(post, 'edited text'),
    );
    await measure(
      site,
      'a title',
      () => edit({ title: 'Edited title' }),
      shows(post, 'Edited title'),
    );
    const label = (labels: string[]) => author.call('POST', `/issues/${edited}/labels`, { labels });
    await measure(site, 'a tag', () => label(['tag-7']), shows(post, '/tag/tag-7'));
    await measure(
      site,
      'a comment',
      () => author.comment(edited, 'Well said.'),
      shows(post, 'Well'),
    );
    const publish = (title: string, labels: string[]) =>
      author.createIssue({ title, body: 'x', labels: ['Publish', ...labels] });
    await measure(
      site,
      'a new post',
      () => publish('Brand new', ['tag-3']),
      shows('/', 'Brand new'),
    );
    const many = Array.from({ length: 20 }, (_, place) => `tag-${place}`);
    await measure(
      site,
      'a new post of 20 tags',
      () => publish('Tagged', many),
      shows('/', 'Tagged'),
    );
    await measure(
      site,
      'a withdrawal',
      () => author.call('DELETE', `/issues/${edited}/labels/Publish`),
      async () => (await fetch(`${site.url}${post}`, { headers })).status === 404,
    );
    const health: unknown = await (await fetch(`${site.url}/api/health`)).json();
    note('health', JSON.stringify(health));
    note('memory of the server', memoryOfChildren());
    if (COUNT <= 5_000) await searchInBrowser(site.url);
  } finally {
    await site.close();
  }
}

/** What one change costs: until a reader sees it, until all is done, and how often GitHub is asked. */
async function measure(
  site: TestSite,
  name: string,
  change: () => Promise<unknown>,
  isSeen: () => Promise<boolean>,
): Promise<void> {
  await control(site.sandbox, 'DELETE', '/requests');
  const before = site.output().length;
  const begun = performance.now();
  await change();
  await until(isSeen);
  const seen = since(begun);
  await until(async () => !(await isBusy(site.output)));
  const deliveries = site
    .output()
    .slice(before)
    .split('\n')
    .filter((line) => line.includes('"delivery":'))
    .map((line): { paths: number; ms: number } => JSON.parse(line));
  const longest = Math.max(...deliveries.map(({ ms }) => ms));
  const paths = Math.max(...deliveries.map((delivery) => delivery.paths));
  note(`${name}: seen after, longest of ${deliveries.length} deliveries`, `${seen}, ${longest} ms`);
  note(`${name}: calls to GitHub, pages`, `${await callsBySort(site.sandbox)}; ${paths}`);
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
