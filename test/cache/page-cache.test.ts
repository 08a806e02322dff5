import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findKeptPages } from '../../lib/cache/kept-pages';
import PageCache from '../../lib/cache/page-cache';
import { currentRevision } from '../../lib/cache/page-changes';
import { beginLoad, noteChange } from '../../lib/cache/page-loads';

describe('a page that was being rendered when it changed', () => {
  let directory: string;
  let cache: PageCache;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'issuepress-'));
    const serverDistDir = path.join(directory, 'server');
    await mkdir(serverDistDir);
    await writeFile(path.join(directory, 'BUILD_ID'), 'build-of-others');
    vi.stubEnv('CACHE_DIRECTORY', path.join(directory, 'cache'));
    cache = new PageCache({ serverDistDir });
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(directory, { recursive: true, force: true });
  });

  const page = (revision: string) => ({
    kind: 'PAGES',
    html: '',
    pageData: { pageProps: { revision } },
  });
  const moved = (to: string) => ({ kind: 'REDIRECT', props: { pageProps: { __N_REDIRECT: to } } });
  const keep = (name: string, value: unknown) => cache.set(name, value, {});
  const isKept = async (name: string) => (await cache.get(name, {})) !== null;

  it.each([
    ['a page', '/tag/c++', page('old'), 'old'],
    ['a missing page', '/post/7', null, 'gone'],
    ['a redirect', '/post/8', moved('/post/8/title'), '/post/8/title'],
    ['a page in another script', '/tag/日本語', page('old'), 'old'],
  ])('is not kept: %s', async (_, name, value, result) => {
    const end = beginLoad(encodeURI(name));
    end(result);
    noteChange([encodeURI(name)]);
    await keep(name, value);
    expect(await isKept(name)).toBe(false);
    // What was read since is, also where nothing is different.
    const again = beginLoad(encodeURI(name));
    again(result);
    await keep(name, value);
    expect(await isKept(name)).toBe(true);
  });

  it('does not take the place of a newer one, whichever ends first', async () => {
    const late = beginLoad('/page/2');
    noteChange(['/page/2']);
    const early = beginLoad('/page/2');
    early('new');
    await keep('/page/2', page('new'));
    late('old');
    await keep('/page/2', page('old'));
    expect(await cache.get('/page/2', {})).toMatchObject({ value: page('new') });
    expect(currentRevision('/page/2')).toBe('new');
  });

  it('has its reader ask again', async () => {
    const end = beginLoad('/page/3');
    end('old');
    noteChange(['/page/3']);
    await keep('/page/3', page('old'));
    expect(currentRevision('/page/3')).not.toBe('old');
    expect(currentRevision('/page/3')).not.toBeNull();
  });

  it('is known to be kept or not, and forgotten only where it is', async () => {
    const kept = findKeptPages();
    await keep('/tags', page('tags'));
    expect(await kept?.has('/tags')).toBe(true);
    expect(await kept?.has('/archive')).toBe(false);
    await kept?.forget('/tags');
    expect(await kept?.has('/tags')).toBe(false);
    expect(await isKept('/tags')).toBe(false);
  });
});
