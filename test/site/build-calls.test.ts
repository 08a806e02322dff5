import { spawn } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { withoutSettings } from '../support/build-site';
import { apiCalls, control } from '../support/github';

const POSTS = 1_000;
const COPY = path.resolve('test/.output/build');
const SOURCES = [
  ...['components', 'lib', 'pages', 'public', 'templates'],
  ...['instrumentation.ts', 'next.config.js', 'package.json', 'tsconfig.json'],
];

describe('a build', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
    await control(sandbox, 'POST', '/issues', {
      issues: Array.from({ length: POSTS }, (_, place) => ({
        title: `Post ${place + 1}`,
        body: `Text of post ${place + 1}.`,
        author: 'octocat',
        createdAt: new Date(Date.UTC(2020, 0, 1, place)).toISOString(),
        labels: ['Publish', 'tag'],
        comments: [{ author: 'hubot', body: 'A comment.' }],
      })),
    });
    await rm(COPY, { recursive: true, force: true });
    await mkdir(COPY, { recursive: true });
    for (const source of SOURCES) {
      await cp(source, path.join(COPY, source), { recursive: true }).catch(() => null);
    }
    await run('cp', ['-al', path.resolve('node_modules'), path.join(COPY, 'node_modules')]);
  });

  afterAll(async () => {
    await sandbox.close();
    await rm(COPY, { recursive: true, force: true });
  });

  function run(command: string, args: string[], env = process.env): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd: COPY, env });
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
      });
      child.stderr.on('data', (chunk) => {
        output += chunk;
      });
      child.on('exit', (status) => (status === 0 ? resolve(output) : reject(new Error(output))));
    });
  }

  it('with 1,000 posts makes at most 15 calls', async () => {
    await control(sandbox, 'DELETE', '/requests');
    await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      ...withoutSettings(process.env),
      GITHUB_REPOSITORY: 'octocat/blog',
      GITHUB_TOKEN: DEMO_TOKENS.bot,
      GITHUB_API_URL: sandbox.url,
      SITE_URL: 'http://127.0.0.1:3000',
    });
    const { count, requests } = await apiCalls(sandbox);
    const operations = requests.map(({ operation }) => operation).join(', ');
    console.info(`API calls of a build with ${POSTS} posts: ${count} (${operations})`);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(15);
  }, 300_000);
});
