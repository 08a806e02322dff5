/** A Redis of a test's own, on a port of its own, that keeps nothing on disk. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { freePort, until } from './site';

export interface Redis {
  url: string;
  /** SIGSTOP: connections stay open and nobody answers. */
  freeze(): void;
  thaw(): void;
  flush(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
}

/** Whether the tests that need Redis can run; with REQUIRE_REDIS=1 they must. */
export const HAS_REDIS =
  process.env.REQUIRE_REDIS === '1' || spawnSync('redis-server', ['--version']).status === 0;
if (!HAS_REDIS) {
  console.warn('There is no Redis here (apt install redis-server): its tests are left out.');
}

export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  let server: ChildProcess | null = null;
  const client = (...command: string[]) =>
    execFileSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' }).trim();

  async function start(): Promise<void> {
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    server = spawn('redis-server', args, { stdio: 'ignore' });
    await until(() => {
      try {
        return client('ping') === 'PONG';
      } catch {
        return false;
      }
    });
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    async flush() {
      client('flushall');
    },
    async kill() {
      const dying = server;
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
      const ended = new Promise((resolve) => dying.once('exit', resolve));
      dying.kill('SIGKILL');
      await ended;
    },
    start,
  };
}
