/** A page cache of its own, and what Next gives it to keep. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import PageCache from '../../lib/cache/page-cache';

export interface TestPageCache {
  cache: PageCache;
  /** What Next would open it with. */
  serverDistDir: string;
  close(): Promise<void>;
}

/** In an empty folder, where a build left no page. @param basePath that the build was made with */
export async function openPageCache(basePath = ''): Promise<TestPageCache> {
  const directory = await mkdtemp(path.join(tmpdir(), 'issuepress-'));
  const serverDistDir = path.join(directory, 'server');
  await mkdir(serverDistDir);
  await writeFile(path.join(directory, 'BUILD_ID'), 'build-of-others');
  await writeFile(path.join(directory, 'routes-manifest.json'), JSON.stringify({ basePath }));
  vi.stubEnv('CACHE_DIRECTORY', path.join(directory, 'cache'));
  return {
    cache: new PageCache({ serverDistDir }),
    serverDistDir,
    async close() {
      vi.unstubAllEnvs();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export const page = (revision: string) => ({
  kind: 'PAGES',
  html: '',
  pageData: { pageProps: { revision } },
});

/** @param to with the base path */
export const moved = (to: string) => ({
  kind: 'REDIRECT',
  props: { pageProps: { __N_REDIRECT: to } },
});
