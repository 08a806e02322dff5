/**
 * What Lighthouse says of the home page, of the demo's longest post, and of one as long as fifteen of
 * them, on a simulated phone, beside the same pages written by hand and served by nginx. Wants a quiet
 * machine.
 */
import lighthouse from 'lighthouse';
import { launchBrowser } from '../browser';
import { asAuthor, asReader } from '../support/github';
import { longPost } from '../support/long-post';
import { freePort, startTestSite, type TestSite, until } from '../support/site';
import { serveByHand } from './hand-written';
import { milliseconds, ratio, type Section } from './report';

/** Of so many runs the middle one counts. */
const RUNS = 3;

/** The number of the demo's longest post, which has everything there is in it. */
const LONGEST = 19;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const TIMES = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
} as const;

/** As a blog would say of itself. */
const SETTINGS = {
  SITE_TITLE: 'Notes from the Octocat',
  SITE_DESCRIPTION: 'On small systems, good tools and writing in public.',
};

type Figures = Record<(typeof CATEGORIES)[number] | keyof typeof TIMES, number>;

export async function benchLighthouse(): Promise<Section[]> {
  const site = await startTestSite({ seed: true, env: SETTINGS });
  const longest = new URL((await fetch(`${site.url}/post/${LONGEST}`)).url).pathname;
  const fifteen = await publishLongPost(site);
  const byHand = await serveByHand(site.url, [longest, fifteen]);
  const [longestByHand = '', fifteenByHand = ''] = byHand.posts;
  try {
    const rows = [
      await compare('home', site.url, byHand.home),
      await compare('long demo post', `${site.url}${longest}`, longestByHand),
      await compare('fifteen posts in one', `${site.url}${fifteen}`, fifteenByHand),
    ];
    return [
      {
        title: 'Lighthouse',
        note: `On a simulated phone, median of ${RUNS}, beside the same pages written by hand and served by nginx.`,
        head: [
          '',
          'FCP ÷ by hand',
          'LCP ÷ by hand',
          'TBT',
          'by hand',
          'CLS',
          'scores',
          'FCP',
          'LCP',
          'bytes',
        ],
        rows,
      },
    ];
  } finally {
    await byHand.close();
    await site.close();
  }
}

/** @returns its path */
async function publishLongPost(site: TestSite): Promise<string> {
  const number = await asAuthor(site.sandbox).createIssue({ ...longPost(), labels: ['Publish'] });
  await asReader(site.sandbox).comment(number, 'The last comment.');
  const address = `${site.url}/post/${number}`;
  await until(async () => (await (await fetch(address)).text()).includes('The last comment.'));
  return new URL((await fetch(address)).url).pathname;
}

/** Takes turns, so that both meet the same machine. */
async function compare(name: string, ours: string, theirs: string): Promise<string[]> {
  const mine: Figures[] = [];
  const plain: Figures[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    mine.push(await measure(ours));
    plain.push(await measure(theirs));
  }
  const [site, static_] = [median(mine), median(plain)];
  return [
    name,
    ratio(site.FCP, static_.FCP),
    ratio(site.LCP, static_.LCP),
    milliseconds(site.TBT),
    milliseconds(static_.TBT),
    String(site.CLS),
    CATEGORIES.map((category) => site[category]).join(', '),
    milliseconds(site.FCP),
    milliseconds(site.LCP),
    `${Math.round(site.bytes / 1024)} KB`,
  ];
}

async function measure(url: string): Promise<Figures> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const result = await lighthouse(url, { port, onlyCategories: [...CATEGORIES] });
    if (!result?.lhr.audits['first-contentful-paint']?.numericValue) {
      console.warn(`Lighthouse saw nothing of ${url}; once more.`);
      return await measure(url);
    }
    const { categories, audits } = result.lhr;
    for (const audit of Object.values(audits)) {
      const isFailed = audit.score !== null && audit.score < 0.9;
      if (isFailed && process.env.BENCH_DETAILS) console.log(`  ${audit.id}: ${audit.title}`);
    }
    const scores = CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)]);
    const times = Object.entries(TIMES).map(([key, id]) => [key, round(audits[id]?.numericValue)]);
    return Object.fromEntries([...scores, ...times]);
  } finally {
    await browser.close();
  }
}

function round(value = Number.NaN): number {
  return value < 10 ? Math.round(value * 1000) / 1000 : Math.round(value);
}

function median(runs: readonly Figures[]): Figures {
  const [first] = runs;
  if (!first) throw new Error('There was no run.');
  const middle = (key: string) =>
    runs.map((run) => Number(Reflect.get(run, key))).sort((a, b) => a - b)[runs.length >> 1];
  const entries = Object.keys(first).map((key) => [key, middle(key)]);
  return Object.fromEntries(entries);
}
