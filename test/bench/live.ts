/** What open pages cost, and how soon all of them hear of a comment; beside a bare Node server. */
import { spawn } from 'node:child_process';
import { asAuthor, asReader } from '../support/github';
import { openForMany } from '../support/many-readers';
import { freePort, memoryOf, startTestSite, until } from '../support/site';
import { median, milliseconds, ratio, type Section } from './report';

const READERS = 2_000;
const COMMENTS = 5;

/** The least that a server of events can be. */
const BARE = `
const open = new Set();
require('node:http').createServer((request, response) => {
  if (request.url === '/tell') { for (const one of open) one.write('data: told\\n\\n'); response.end(); return; }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': open\\n\\n');
  open.add(response);
}).listen(Number(process.argv[1]), '127.0.0.1');`;

export async function benchLive(): Promise<Section[]> {
  const bare = await measureBare();
  const site = await startTestSite();
  try {
    const number = await asAuthor(site.sandbox).createIssue({
      title: 'Open',
      body: 'Text.',
      labels: ['Publish'],
    });
    const address = `${site.url}/post/${number}`;
    await until(async () => (await fetch(address)).ok);
    await until(async () => (await asAuthor(site.sandbox).comments(number)).length === 1);
    const path = new URL((await fetch(address)).url).pathname;
    const before = site.memory();
    const readers = await openForMany(site.url, path, READERS);
    const each = (site.memory() - before) / READERS;
    const times: number[] = [];
    for (let count = 0; count < COMMENTS; count += 1) {
      readers.forget();
      const begun = performance.now();
      await asReader(site.sandbox).comment(number, `Comment ${count}.`);
      await until(() => readers.told() === READERS, 60_000, 10);
      times.push(performance.now() - begun);
    }
    readers.close();
    const [middle, worst] = [median(times), Math.max(...times)];
    return [
      {
        title: `${READERS} open pages on one instance`,
        note: `From the comment on GitHub, through webhook, reading and rendering, to the last of ${READERS} connections; ${COMMENTS} comments. The bare server only writes to its connections.`,
        head: ['', 'ours ÷ bare Node', 'ours', 'bare Node'],
        rows: [
          ['memory of a connection', ratio(each, bare.each), kilobytes(each), kilobytes(bare.each)],
          [
            'all have heard, median',
            ratio(middle, bare.time),
            milliseconds(middle),
            milliseconds(bare.time),
          ],
          [
            'all have heard, worst',
            ratio(worst, bare.time),
            milliseconds(worst),
            milliseconds(bare.time),
          ],
        ],
      },
    ];
  } finally {
    await site.close();
  }
}

async function measureBare(): Promise<{ each: number; time: number }> {
  const port = await freePort();
  const server = spawn(process.execPath, ['-e', BARE, String(port)], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/tell`).catch(() => null))?.ok === true);
  const before = memoryOf(server.pid);
  const readers = await openForMany(url, '/', READERS);
  const each = (memoryOf(server.pid) - before) / READERS;
  const times: number[] = [];
  for (let count = 0; count < COMMENTS; count += 1) {
    readers.forget();
    const begun = performance.now();
    await fetch(`${url}/tell`);
    await until(() => readers.told() === READERS, 60_000, 10);
    times.push(performance.now() - begun);
  }
  readers.close();
  server.kill();
  return { each, time: median(times) };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
