/** A site that is built again while it is served. */
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReader } from '../../lib/hydration/build-reader.js';

describe('the scripts of the reader, built again', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'issuepress-'));
    const isSource = (file: string) => !/\/dist(-|$)/.test(file);
    for (const folder of ['components', 'lib']) {
      await cp(folder, path.join(root, folder), { recursive: true, filter: isSource });
    }
    await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'));
    await buildReader(root);
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  /** The addresses of files that a server which starts now would name. */
  const named = (): string[] =>
    Object.values<string>(
      JSON.parse(readFileSync(path.join(root, 'lib/hydration/dist/reader.json'), 'utf8')),
    ).filter((value) => value.startsWith('/reader/'));
  const served = () => readdir(path.join(root, 'public/reader'));

  it('are there as a whole at every moment', async () => {
    let building = true;
    let looks = 0;
    const build = async () => {
      for (let count = 0; count < 5; count++) await buildReader(root);
      building = false;
    };
    const look = async () => {
      for (; building; looks++) {
        const addresses = named();
        expect(addresses).toHaveLength(3);
        for (const address of addresses) {
          expect(existsSync(path.join(root, 'public', address)), address).toBe(true);
        }
        await turn();
      }
    };
    await Promise.all([build(), look()]);
    expect(looks).toBeGreaterThan(0);
  });

  it('leave nothing of the last build behind', async () => {
    const before = await served();
    const [old = ''] = before.filter((name) => name.startsWith('reader-'));
    const entry = path.join(root, 'components/reader.ts');
    await writeFile(entry, `${readFileSync(entry, 'utf8')}\nconsole.debug('another');\n`);
    await buildReader(root);
    const after = await served();
    expect(after).toHaveLength(before.length);
    expect(after).not.toContain(old);
    expect(await readdir(path.join(root, 'public'))).toEqual(['reader']);
    expect(await readdir(path.join(root, 'lib/hydration/dist'))).toEqual(['reader.json']);
  });
});
