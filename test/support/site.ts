/** A production site wired to an embedded GitHub of its own, for tests over real HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_CLIENT } from '../../lib/sandbox/oauth/demo-app';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { NEXT, withoutSettings } from './build-site';

export const WEBHOOK_SECRET = 'a secret for tests';

export interface TestSite {
  /** Without a trailing slash, and without `BASE_PATH`. */
  url: string;
  sandbox: Sandbox;
  /** The server's environment. */
  settings: NodeJS.ProcessEnv;
  /** What the server printed so far. */
  output(): string;
  /** Ends the server and starts it again on the same port, with its cache. */
  restart(signal?: NodeJS.Signals, meanwhile?: () => Promise<void>): Promise<void>;
  /** Resident memory of the server in bytes, where the system tells; 0 elsewhere. */
  memory(): number;
  close(): Promise<void>;
}

export interface TestSiteOptions {
  /** More settings, or others than the usual ones. */
  env?: Record<string, string>;
  /** Begin with the demo's posts instead of an empty repository. */
  seed?: boolean;
}

export async function startTestSite({
  env = {},
  seed = false,
}: TestSiteOptions = {}): Promise<TestSite> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const base = env.BASE_PATH ?? '';
  const hook = { url: `${url}${base}/api/webhook`, secret: WEBHOOK_SECRET };
  const sandbox = await startSandbox({ hook, seed });
  const cache = await mkdtemp(path.join(tmpdir(), 'issuepress-'));
  const settings = {
    ...withoutSettings(process.env),
    GITHUB_REPOSITORY: 'octocat/blog',
    GITHUB_TOKEN: DEMO_TOKENS.bot,
    GITHUB_API_URL: sandbox.url,
    GITHUB_WEBHOOK_SECRET: WEBHOOK_SECRET,
    GITHUB_CLIENT_ID: DEMO_CLIENT.id,
    GITHUB_CLIENT_SECRET: DEMO_CLIENT.secret,
    SESSION_SECRET: 'a secret for the sessions of tests',
    SITE_URL: url,
    CACHE_DIRECTORY: cache,
    // Tests count calls, and lose deliveries on purpose.
    RECONCILE_SECONDS: '0',
    ...env,
  };
  let printed = '';
  const note = (text: string) => {
    printed += text;
  };
  let server = await startServer(port, settings, note);
  return {
    url,
    sandbox,
    settings,
    output: () => printed,
    async restart(signal = 'SIGTERM', meanwhile = async () => {}) {
      await end(server, signal);
      await meanwhile();
      server = await startServer(port, settings, note);
    },
    memory: () => memoryOf(server.pid),
    async close() {
      await end(server, 'SIGTERM');
      await sandbox.close();
      await rm(cache, { recursive: true, force: true });
    },
  };
}

export interface SecondServer {
  /** Without a trailing slash. */
  url: string;
  /** Where it keeps pages. */
  cache: string;
  output(): string;
  restart(signal?: NodeJS.Signals, meanwhile?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Another server of the same site that has rendered nothing yet. Both go by the same public address,
 * so that their pages can be compared to the letter.
 */
export async function startSecondServer(
  site: Pick<TestSite, 'settings'>,
  env: Record<string, string> = {},
): Promise<SecondServer> {
  const port = await freePort();
  const cache = await mkdtemp(path.join(tmpdir(), 'issuepress-'));
  const settings = { ...site.settings, CACHE_DIRECTORY: cache, ...env };
  let printed = '';
  const note = (text: string) => {
    printed += text;
  };
  let server = await startServer(port, settings, note);
  return {
    url: `http://127.0.0.1:${port}`,
    cache,
    output: () => printed,
    async restart(signal = 'SIGTERM', meanwhile = async () => {}) {
      await end(server, signal);
      await meanwhile();
      server = await startServer(port, settings, note);
    },
    async close() {
      await end(server, 'SIGTERM');
      await rm(cache, { recursive: true, force: true });
    },
  };
}

async function startServer(
  port: number,
  env: NodeJS.ProcessEnv,
  note: (text: string) => void,
): Promise<ChildProcess> {
  const args = [NEXT, 'start', '--port', String(port), '--hostname', '127.0.0.1'];
  const server = spawn(process.execPath, args, { env });
  let printed = '';
  const listen = (chunk: Buffer) => {
    printed += String(chunk);
    note(String(chunk));
  };
  server.stdout.on('data', listen);
  server.stderr.on('data', listen);
  try {
    await until(async () => {
      if (server.exitCode !== null) throw new Error('The site ended before it answered.');
      const health = `http://127.0.0.1:${port}${env.BASE_PATH ?? ''}/api/health`;
      return (await fetch(health).catch(() => null))?.ok === true;
    });
  } catch (cause) {
    await end(server, 'SIGKILL');
    throw new Error(`The site did not start. It printed:\n${printed}`, { cause });
  }
  return server;
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

/** Resident memory of a process in bytes, where the system tells; 0 elsewhere. */
export function memoryOf(pid: number | undefined): number {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('No port could be had.'));
      });
    });
  });
}

/**
 * Waits for something to become true.
 * @throws Error when it does not within `patience` milliseconds
 */
export async function until(
  isTrue: () => Promise<boolean> | boolean,
  patience = 30_000,
  pause = 100,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Still not so after ${patience} ms.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
