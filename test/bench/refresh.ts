/** How long 100 pages take to be right again, beside 100 pages that are rendered for the first time. */
import { asAuthor, control } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';
import { milliseconds, ratio, type Section } from './report';

const POSTS = 100;

export async function benchRefresh(): Promise<Section[]> {
  const site = await startTestSite();
  try {
    const issues = Array.from({ length: POSTS }, (_, place) => ({
      title: `Post ${place + 1}`,
      body: `Some *text* of post ${place + 1}, with \`code\` and [a link](https://example.org/).`,
      createdAt: new Date(Date.UTC(2024, 0, 1 + place)).toISOString(),
      labels: ['Publish', 'before'],
    }));
    await control(site.sandbox, 'POST', '/issues', { issues });
    await site.restart();
    await until(async () =>
      (await (await fetch(`${site.url}/tag/before`)).text()).includes('Post 100'),
    );
    const first = performance.now();
    for (let number = 1; number <= POSTS; number += 1) await read(site, number);
    const firstTime = performance.now() - first;
    await asAuthor(site.sandbox).call('POST', '/issues/1/comments', { body: 'Warm.' });
    await until(() => site.output().includes('"delivery"'));
    const begun = performance.now();
    await asAuthor(site.sandbox).call('PATCH', '/labels/before', { new_name: 'after' });
    const renamed = await untilRefreshed(site);
    const answered = performance.now() - begun;
    for (let number = 1; number <= POSTS; number += 1) {
      await until(async () => (await read(site, number)).includes('/tag/after'), 60_000, 20);
    }
    const allTime = performance.now() - begun;
    return [
      {
        title: `${POSTS} pages that change at once`,
        note: `A tag that ${POSTS} posts carry is renamed. The webhook's plan had ${renamed.paths} paths; the first 60 are rendered at once, twice each, the others when they are asked for. Everything is read to the end, one page after the other.`,
        head: ['', '÷ first renders', 'time'],
        rows: [
          [
            `${POSTS} first renders, asked for one after the other`,
            '1.00 ×',
            milliseconds(firstTime),
          ],
          ['the webhook is answered', ratio(answered, firstTime), milliseconds(answered)],
          [
            `all ${POSTS} pages were read and are right`,
            ratio(allTime, firstTime),
            milliseconds(allTime),
          ],
        ],
      },
    ];
  } finally {
    await site.close();
  }
}

async function read(site: TestSite, number: number): Promise<string> {
  return (await fetch(`${site.url}/post/${number}/post-${number}`)).text();
}

/** The delivery that had the most to refresh, once there is one. */
async function untilRefreshed(site: TestSite): Promise<{ paths: number }> {
  const largest = () =>
    site
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.includes('"event":"label"'))
      .map((line): { paths: number } => JSON.parse(line))
      .find(({ paths }) => paths >= POSTS);
  await until(() => largest() !== undefined, 60_000, 20);
  return largest() ?? { paths: 0 };
}
