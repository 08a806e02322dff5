/** Debian's newsboat, a real feed reader: what it has after reloading a feed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Newsboat {
  /** Downloads the feed anew. @returns how many articles it has that nobody has read */
  reload(): Promise<number>;
  /** Whether a text stands in what it has kept. */
  has(text: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openNewsboat(feedUrl: string): Promise<Newsboat> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsboat-'));
  const fileOf = (name: string) => path.join(folder, name);
  await writeFile(fileOf('urls'), `${feedUrl}\n`);
  await writeFile(fileOf('config'), 'auto-reload no\n');
  const files = ['-u', fileOf('urls'), '-C', fileOf('config'), '-c', fileOf('cache.db')];
  const env = { ...process.env, HOME: folder, TERM: 'dumb' };
  return {
    async reload() {
      await run('newsboat', [...files, '-x', 'reload'], { env });
      const { stdout } = await run('newsboat', [...files, '-x', 'print-unread'], { env });
      return Number.parseInt(stdout, 10);
    },
    // Its SQLite file holds texts as they are.
    has: async (text) => (await readFile(fileOf('cache.db'))).includes(text),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
