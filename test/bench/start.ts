/** How soon a server answers, and what it holds, beside the least that Node can serve. */
import { spawn } from 'node:child_process';
import { apiCalls, control } from '../support/github';
import { freePort, memoryOf, startTestSite, until } from '../support/site';
import { milliseconds, ratio, type Section } from './report';

const POSTS = 1_000;
const READ = 200;
const BARE =
  "require('node:http').createServer((_, response) => response.end('ok')).listen(Number(process.argv[1]), '127.0.0.1')";

export async function benchStart(): Promise<Section[]> {
  const bare = await startBare();
  const site = await startTestSite();
  try {
    const issues = Array.from({ length: POSTS }, (_, place) => ({
      title: `Post ${place + 1}`,
      body: `Text of post ${place + 1}. `.repeat(50),
      createdAt: new Date(Date.UTC(2020, 0, 1, place)).toISOString(),
      labels: ['Publish', `tag-${place % 20}`],
    }));
    await control(site.sandbox, 'POST', '/issues', { issues });
    const timed = async () => {
      const begun = performance.now();
      await site.restart();
      const answers = performance.now() - begun;
      await until(async () => (await fetch(`${site.url}/`)).ok, 60_000, 20);
      return { answers, home: performance.now() - begun };
    };
    await apiCalls(site.sandbox, { clear: true });
    const cold = await timed();
    const { count } = await apiCalls(site.sandbox);
    await until(async () => (await (await fetch(`${site.url}/`)).text()).includes(`Post ${POSTS}`));
    const warm = await timed();
    const started = site.memory();
    for (let number = 1; number <= READ; number += 1) {
      await (await fetch(`${site.url}/post/${number}/post-${number}`)).arrayBuffer();
    }
    const afterwards = site.memory();
    const row = (name: string, time: number) => [name, ratio(time, bare.time), milliseconds(time)];
    return [
      {
        title: 'Starting',
        note: `With ${POSTS} posts; from ending the old process to the answer of the new one. Knowing nothing, it asked GitHub ${count} times.`,
        head: ['', '÷ bare Node', 'time'],
        rows: [
          row('bare Node answers', bare.time),
          row('answers, knowing nothing', cold.answers),
          row('shows the front page, knowing nothing', cold.home),
          row('answers, with its cache', warm.answers),
          row('shows the front page, with its cache', warm.home),
        ],
      },
      {
        title: 'Memory',
        note: `Resident memory of the one process, with ${POSTS} posts known.`,
        head: ['', '÷ bare Node', 'memory'],
        rows: [
          ['bare Node', '1.00 ×', megabytes(bare.memory)],
          ['started', ratio(started, bare.memory), megabytes(started)],
          [
            `after ${READ} posts were rendered`,
            ratio(afterwards, bare.memory),
            megabytes(afterwards),
          ],
        ],
      },
    ];
  } finally {
    await site.close();
  }
}

async function startBare(): Promise<{ time: number; memory: number }> {
  const port = await freePort();
  const begun = performance.now();
  const server = spawn(process.execPath, ['-e', BARE, String(port)], { stdio: 'inherit' });
  const isUp = async () => (await fetch(`http://127.0.0.1:${port}`).catch(() => null))?.ok === true;
  await until(isUp, 30_000, 20);
  const time = performance.now() - begun;
  const memory = memoryOf(server.pid);
  server.kill();
  return { time, memory };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
