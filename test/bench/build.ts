/** What a build costs as a blog grows: time, and calls to GitHub. It is made in a copy of the sources. */
import { spawn } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { withoutSettings } from '../support/build-site';
import { apiCalls, control } from '../support/github';
import { ratio, type Section } from './report';

const COPY = path.resolve('test/.output/bench-build');
const SOURCES = [
  ...['components', 'lib', 'pages', 'public', 'templates'],
  ...['instrumentation.ts', 'proxy.ts', 'next.config.js', 'package.json', 'tsconfig.json'],
];
const SIZES = [100, 1_000, 10_000];
const AT_ONCE = 1_000;

export async function benchBuild(): Promise<Section[]> {
  await rm(COPY, { recursive: true, force: true });
  await mkdir(COPY, { recursive: true });
  for (const source of SOURCES) await cp(source, path.join(COPY, source), { recursive: true });
  await finished('cp', ['-al', path.resolve('node_modules'), path.join(COPY, 'node_modules')]);
  const empty = await build({});
  const rows = [['no posts, not connected', '1.00 ×', seconds(empty), '0']];
  for (const size of SIZES) {
    const { time, calls } = await buildWith(size);
    rows.push([`${size} posts`, ratio(time, empty), seconds(time), String(calls)]);
  }
  await rm(COPY, { recursive: true, force: true });
  return [
    {
      title: 'Building',
      note: 'The whole of `next build`, with types checked. Posts are rendered when they are first read, so that a build only reads the list.',
      head: ['', '÷ without posts', 'time', 'calls to GitHub'],
      rows,
    },
  ];
}

async function buildWith(size: number): Promise<{ time: number; calls: number }> {
  const sandbox = await startSandbox({ hourlyLimit: 1_000_000 });
  for (let from = 0; from < size; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, size - from);
    const issues = Array.from({ length }, (_, place) => ({
      title: `Post ${from + place + 1}`,
      body: `Text of post ${from + place + 1}. `.repeat(20),
      createdAt: new Date(Date.UTC(2010, 0, 1, from + place)).toISOString(),
      labels: ['Publish', `tag-${place % 40}`],
    }));
    await control(sandbox, 'POST', '/issues', { issues });
  }
  await apiCalls(sandbox, { clear: true });
  const time = await build({
    GITHUB_REPOSITORY: 'octocat/blog',
    GITHUB_TOKEN: DEMO_TOKENS.bot,
    GITHUB_API_URL: sandbox.url,
    SITE_URL: 'https://blog.example',
  });
  const { count } = await apiCalls(sandbox);
  await sandbox.close();
  return { time, calls: count };
}

/** @returns milliseconds */
async function build(settings: Record<string, string>): Promise<number> {
  await rm(path.join(COPY, '.next'), { recursive: true, force: true });
  const env = { ...withoutSettings(process.env), ...settings };
  const begun = performance.now();
  await finished(process.execPath, ['node_modules/next/dist/bin/next', 'build'], COPY, env);
  return performance.now() - begun;
}

/** @throws Error when the program fails */
function finished(
  program: string,
  args: string[],
  cwd = process.cwd(),
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${program} ended with ${status}.`));
    });
  });
}

function seconds(time: number): string {
  return `${(time / 1_000).toFixed(1)} s`;
}
