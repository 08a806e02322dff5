/**
 * `npm run demo`: the production site, built and started, wired to the embedded GitHub with sample
 * posts, webhooks, bot and sign-in. `--dev` serves with live reload instead of building.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { endWithNpm } from './end-with-npm';
import { freePortFrom } from './free-port';
import { DEMO_CLIENT } from './oauth/demo-app';
import { startSandbox } from './server';
import { DEMO_TOKENS } from './world';

const NEXT = path.join(process.cwd(), 'node_modules', 'next', 'dist', 'bin', 'next');
const PAGES_CACHE = path.join(process.cwd(), '.next', 'cache', 'issuepress');

async function main(): Promise<void> {
  const isDevelopment = process.argv.includes('--dev');
  const port = await freePortFrom('PORT', 3000);
  const sandboxPort = await freePortFrom('SANDBOX_PORT', 4010);
  const siteUrl = process.env.SITE_URL || `http://127.0.0.1:${port}`;
  const secret = process.env.GITHUB_WEBHOOK_SECRET || randomBytes(20).toString('hex');
  const sandbox = await startSandbox({
    port: sandboxPort,
    hook: { url: `http://127.0.0.1:${port}/api/webhook`, secret },
    seed: true,
    // As on an Enterprise server without a limit: whoever tries the demo hard must not run it dry.
    hourlyLimit: 1_000_000,
    snapshotFile: process.env.SANDBOX_SNAPSHOT ?? path.join('.sandbox', `${sandboxPort}.json`),
  });
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    GITHUB_REPOSITORY: 'octocat/blog',
    GITHUB_TOKEN: DEMO_TOKENS.bot,
    // An App among the caller's settings would come before the token.
    GITHUB_APP_ID: '',
    GITHUB_APP_PRIVATE_KEY: '',
    GITHUB_WEBHOOK_SECRET: secret,
    GITHUB_CLIENT_ID: DEMO_CLIENT.id,
    GITHUB_CLIENT_SECRET: DEMO_CLIENT.secret,
    // Whoever signed in before a restart stays signed in where the caller sets one.
    SESSION_SECRET: process.env.SESSION_SECRET || randomBytes(32).toString('hex'),
    GITHUB_API_URL: sandbox.url,
    GITHUB_SERVER_URL: sandbox.url,
    SITE_URL: siteUrl,
    SITE_TITLE: process.env.SITE_TITLE ?? 'Notes from the Octocat',
    SITE_DESCRIPTION:
      process.env.SITE_DESCRIPTION ?? 'On small systems, good tools and writing in public.',
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: '1',
  };
  let site: ChildProcess | null = null;
  const stop = once(async (status: number) => {
    site?.kill('SIGTERM');
    await sandbox.close();
    process.exit(status);
  });
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  endWithNpm(() => void stop(0));

  if (!isDevelopment) {
    await rm(PAGES_CACHE, { recursive: true, force: true });
    const status = await finished(next(['build'], environment));
    if (status !== 0) await stop(status);
  }
  const command = isDevelopment ? 'dev' : 'start';
  site = next([command, '--port', String(port), '--hostname', '127.0.0.1'], environment);
  site.on('exit', (status) => void stop(status ?? 1));
  await answering(`http://127.0.0.1:${port}/api/health`);
  console.log(`\n  The blog:            ${siteUrl}`);
  console.log(`  The embedded GitHub: ${sandbox.url}/octocat/blog/issues\n`);
}

function next(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [NEXT, ...args], { env, stdio: 'inherit' });
}

function finished(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 1)));
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function once(work: (status: number) => Promise<void>): (status: number) => Promise<void> {
  let begun: Promise<void> | null = null;
  return (status) => {
    begun ??= work(status);
    return begun;
  };
}

await main();
