/**
 * Lets one process at a time do something, among those that share a folder: the one that makes the
 * file. What a killed process left behind does not count.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/**
 * @param file absolute
 * @param life milliseconds after which a file left behind does not count any more
 * @returns what `work` gave, or null where another process is at it
 * @throws what `work` throws
 */
export async function withFileLock<Result>(
  file: string,
  life: number,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  const isOurs = await take(file, life, owner);
  if (!isOurs) return null;
  held.add(owner);
  try {
    return await work();
  } finally {
    held.delete(owner);
    const holder = await readFile(file, 'utf8').catch(() => null);
    if (holder === owner) await rm(file, { force: true });
  }
}

async function take(file: string, life: number, owner: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    if (await isAbandoned(file, life)) await rm(file, { force: true });
    const handle = await open(file, 'wx');
    await handle.writeFile(owner);
    await handle.close();
    return true;
  } catch (error) {
    // A disk that cannot be written to is shared with nobody.
    return !(error instanceof Error && 'code' in error && error.code === 'EEXIST');
  }
}

const held = new Set<string>();

/** Whether the process that made the file is dead, or holds on to it for longer than anything takes. */
async function isAbandoned(file: string, life: number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > life) return true;
    const owner = await readFile(file, 'utf8');
    const [host, pid] = owner.split(' ');
    if (host !== hostname()) return false;
    return Number(pid) === process.pid ? !held.has(owner) : !isAlive(Number(pid));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one nevertheless.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
