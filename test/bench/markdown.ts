/**
 * Markdown, as a page gets it from a worker, beside markdown-it with DOMPurify in the same minute.
 * Theirs has no highlighting, maths, references, alerts or ids; the ratio says what those cost.
 */
import { performance } from 'node:perf_hooks';
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import markdownIt from 'markdown-it';
import { renderMarkdown } from '../../lib/markdown';
import { createMarkdownPool } from '../../lib/markdown/pool';
import { renderMarkdownNow } from '../../lib/markdown/render';
import { ratio, type Section } from './report';
import { sampleComments, samplePost } from './sample-post';

const CONTEXT = {
  repository: { owner: 'octocat', name: 'blog' },
  serverUrl: 'https://github.com',
  idPrefix: 'post-1-',
};
const ROUNDS = 15;

export interface BenchLine {
  name: string;
  /** Median milliseconds of ours and of the yardstick; null where there is none. */
  ours: number;
  theirs: number | null;
}

/** Runs the benchmark; takes about twenty seconds. */
export async function benchMarkdown(): Promise<BenchLine[]> {
  const purify = createDOMPurify(new JSDOM('').window);
  const other = markdownIt({ html: true, linkify: true, breaks: true });
  const yardstick = (body: string) => purify.sanitize(other.render(body));
  const lines: BenchLine[] = [];
  const pool = createMarkdownPool(30_000);
  for (const size of [10, 65]) {
    const body = samplePost(size * 1000);
    lines.push(
      await compare(
        `${size} KB, uncached`,
        () => pool.render(body, CONTEXT),
        () => yardstick(body),
      ),
    );
  }
  const comments = sampleComments(100);
  lines.push(
    await compare(
      '100 comments, uncached',
      async () => {
        for (const body of comments) await pool.render(body, CONTEXT);
      },
      () => comments.map(yardstick),
    ),
  );
  await pool.close();
  const body = samplePost(65_000);
  await renderMarkdown(body, CONTEXT);
  const cached = await median(() => renderMarkdown(body, CONTEXT));
  lines.push({ name: '65 KB, cached', ours: cached, theirs: null });
  lines.push({ name: 'first text from a new pool', ours: await coldWorker(), theirs: null });
  return lines;
}

/** The lines as a table, and what highlighting costs at first. */
export async function benchMarkdownPages(): Promise<Section[]> {
  await renderMarkdownNow('Hello.', CONTEXT);
  const before = process.memoryUsage().rss;
  const first = await measureOnce(() => renderMarkdownNow('```ts\nlet a = 1;\n```', CONTEXT));
  await renderMarkdownNow('```css\na{b:c}\n```\n```sh\nls\n```\n```py\nx = 1\n```', CONTEXT);
  const megabytes = Math.round((process.memoryUsage().rss - before) / 1e6);
  const lines = await benchMarkdown();
  const rows = lines.map(({ name, ours, theirs }) =>
    theirs === null ? [name, '', ms(ours), ''] : [name, ratio(ours, theirs), ms(ours), ms(theirs)],
  );
  return [
    {
      title: 'Markdown',
      note: `Beside markdown-it with DOMPurify, which have no highlighting, maths, references, alerts or ids. Four languages of code take ${megabytes} MB.`,
      head: ['', 'ours ÷ theirs', 'ours', 'theirs'],
      rows: [...rows, ['first highlighted code, cold', '', ms(first), '']],
    },
  ];
}

async function compare(
  name: string,
  ours: () => unknown,
  theirs: () => unknown,
): Promise<BenchLine> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + 3; round++) {
    const pair = [await measureOnce(ours), await measureOnce(theirs)] as const;
    if (round < 3) continue;
    times[0].push(pair[0]);
    times[1].push(pair[1]);
  }
  return { name, ours: middle(times[0]), theirs: middle(times[1]) };
}

async function coldWorker(): Promise<number> {
  const pool = createMarkdownPool();
  const time = await measureOnce(() => pool.render('Hello.', CONTEXT));
  await pool.close();
  return time;
}

async function median(task: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await measureOnce(task));
  return middle(times);
}

async function measureOnce(task: () => unknown): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function middle(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(time < 1 ? 3 : 1)} ms`;
}
