/**
 * How many requests a second for a post's page: nginx with the page as a file, the same nginx with
 * `deploy/nginx.conf` in front of the site, and the site alone. In turns, so that all meet the same
 * machine; `wrk` asks where it is there, autocannon elsewhere.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { asAuthor, asReader } from '../support/github';
import { longPost } from '../support/long-post';
import { type Nginx, startNginxInFront } from '../support/nginx';
import { startTestSite, type TestSite, until } from '../support/site';
import { median, ratio, type Section } from './report';

const run = promisify(execFile);
const ROUNDS = 9;
const SECONDS = 2;
const CONNECTIONS = 32;
/** Headers that a file of nginx's would not have by itself. */
const OF_THE_PAGE =
  /^(?:content-security-policy|cross-origin|permissions|referrer|x-content|cache-control|vary|link)/;
const hasWrk = spawnSync('wrk', ['-v']).error === undefined;

export async function benchServe(): Promise<Section[]> {
  const site = await startTestSite();
  const root = await mkdtemp(path.join(tmpdir(), 'issuepress-bench-'));
  const post = await publish(site);
  // The same bytes: the page's headers, too.
  const { headers } = await fetch(`${site.url}${post}`);
  const added = [...headers]
    .filter(([name]) => OF_THE_PAGE.test(name))
    .map(([name, value]) => `add_header ${name} "${value}";`);
  const file = `location /as-file/ { root ${root}; gzip_static on; open_file_cache off; ${added.join(' ')} }`;
  const nginx = await startNginxInFront(site.url, file);
  try {
    const html = await (await fetch(`${site.url}${post}`)).text();
    await mkdir(path.join(root, 'as-file'));
    await writeFile(path.join(root, 'as-file/post.html'), html);
    await writeFile(path.join(root, 'as-file/post.html.gz'), gzipSync(html));
    const rows: string[][] = [];
    for (const encoding of ['gzip', 'identity']) {
      rows.push(
        await compare(encoding, nginx, {
          file: `${nginx.url}/as-file/post.html`,
          front: `${nginx.url}${post}`,
          alone: `${site.url}${post}`,
        }),
      );
    }
    return [
      {
        title: 'Requests a second for a post',
        note: `The page of a long post (${Math.round(html.length / 1024)} KB), ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${SECONDS} s by ${hasWrk ? 'wrk' : 'autocannon'}. The file is served by the nginx worker that also stands in front of the site, with the same headers. Requests a second depend on who else uses the machine; the time that nginx itself worked for a request does not.`,
        head: [
          '',
          'nginx in front ÷ file',
          'by processor time',
          'site alone ÷ file',
          'file',
          'nginx in front',
          'site alone',
          'µs of nginx a request',
        ],
        rows,
      },
    ];
  } finally {
    await nginx.close();
    await site.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** @returns the path of a long post with comments */
async function publish(site: TestSite): Promise<string> {
  const number = await asAuthor(site.sandbox).createIssue({ ...longPost(), labels: ['Publish'] });
  await asReader(site.sandbox).comment(number, 'The last comment.');
  const address = `${site.url}/post/${number}`;
  await until(async () => (await (await fetch(address)).text()).includes('The last comment.'));
  return new URL((await fetch(address)).url).pathname;
}

interface Addresses {
  file: string;
  front: string;
  alone: string;
}

interface Measured {
  /** Requests a second. */
  rate: number;
  /** Microseconds of the worker's time for one request. */
  work: number;
}

async function compare(encoding: string, nginx: Nginx, addresses: Addresses): Promise<string[]> {
  const found: Record<keyof Addresses, Measured[]> = { file: [], front: [], alone: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['file', 'front', 'alone'] as const) {
      const before = nginx.worked();
      const rate = await measure(addresses[name], encoding);
      const work = ((nginx.worked() - before) * 1_000) / (rate * SECONDS);
      found[name].push({ rate, work });
    }
  }
  const { file, front, alone } = found;
  const beside = (others: Measured[]) =>
    ratio(median(others.map(({ rate }, round) => rate / (file[round]?.rate ?? Number.NaN))), 1);
  const rates = [file, front, alone].map((all) => median(all.map(({ rate }) => rate)));
  const works = [file, front].map((all) => median(all.map(({ work }) => work)));
  const [ofFile = Number.NaN, ofFront = Number.NaN] = works;
  return [
    encoding === 'gzip' ? 'compressed' : 'plain',
    beside(front),
    ratio(ofFile, ofFront),
    beside(alone),
    ...rates.map(perSecond),
    works.map((work) => work.toFixed(1)).join(' and '),
  ];
}

function perSecond(rate: number): string {
  return `${Math.round(rate)}/s`;
}

/** @returns requests a second @throws Error unless all were answered well */
async function measure(url: string, encoding: string): Promise<number> {
  if (!hasWrk) return measureByAutocannon(url, encoding);
  const args = [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    '-H',
    `Accept-Encoding: ${encoding}`,
    url,
  ];
  const { stdout } = await run('wrk', args);
  const failed = /Non-2xx[^\n]*|Socket errors[^\n]*/.exec(stdout)?.[0];
  if (failed) console.warn(`${url}: ${failed}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

async function measureByAutocannon(url: string, encoding: string): Promise<number> {
  const { default: autocannon } = await import('autocannon');
  const options = { url, connections: CONNECTIONS, duration: SECONDS };
  const result = await autocannon({ ...options, headers: { 'accept-encoding': encoding } });
  return result.requests.average;
}
