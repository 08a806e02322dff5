import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findKeptPages } from '../../lib/cache/kept-pages';
import { findLastShown } from '../../lib/cache/last-shown';
import type PageCache from '../../lib/cache/page-cache';
import { beginLoad, noteChange, noteShownAgain } from '../../lib/cache/page-loads';
import { moved, openPageCache, page } from '../support/page-cache';

describe('the pages below a post', () => {
  let cache: PageCache;
  let serverDistDir: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ cache, serverDistDir, close } = await openPageCache());
  });

  afterEach(() => void vi.useRealTimers());

  afterAll(() => close());

  const isKept = async (name: string, of = cache) => (await of.get(name, {})) !== null;
  const forgetBelow = (name: string, version: number) =>
    findKeptPages()?.forgetBelow(name, version);

  async function render(name: string, value: unknown, result: string): Promise<void> {
    beginLoad(name)(result);
    await cache.set(name, value, { cacheControl: { revalidate: 300 } });
  }

  it('are forgotten together, also under addresses that nobody remembers', async () => {
    await render('/post/7/first-title', page('one'), 'one');
    await render('/post/7/second-title', moved('/post/7/first-title'), '/post/7/first-title');
    await render('/post/7/comment/1', page('comment'), 'comment');
    await render('/post/70/other', page('other'), 'other');
    const change = noteChange([]);
    await render('/post/7/third-title', page('three'), 'three');
    await forgetBelow('/post/7', change);
    expect(await isKept('/post/7/first-title')).toBe(false);
    expect(await isKept('/post/7/second-title')).toBe(false);
    expect(await isKept('/post/7/comment/1')).toBe(false);
    expect(await findKeptPages()?.has('/post/7/first-title')).toBe(false);
    // What was read since, and what is another's, stays.
    expect(await isKept('/post/7/third-title')).toBe(true);
    expect(await isKept('/post/70/other')).toBe(true);
  });

  it('are not kept where they were read before that', async () => {
    const end = beginLoad('/post/9/late');
    await forgetBelow('/post/9', noteChange([]));
    end('late');
    await cache.set('/post/9/late', page('late'), {});
    expect(await isKept('/post/9/late')).toBe(false);
  });

  it('show what they showed while GitHub does not answer, and stay forgotten', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await render('/post/10/known', page('known'), 'known');
    await forgetBelow('/post/10', noteChange([]));
    expect(await findLastShown('/post/10/known')).toMatchObject({ kind: 'page' });
    noteShownAgain('/post/10/known', 'known');
    await cache.set('/post/10/known', page('known'), { cacheControl: { revalidate: 10 } });
    expect(await isKept('/post/10/known')).toBe(true);
    expect(await findKeptPages()?.has('/post/10/known')).toBe(false);
    vi.setSystemTime(Date.now() + 11_000);
    expect(await isKept('/post/10/known')).toBe(false);
    await render('/post/10/known', page('known'), 'known');
    expect(await isKept('/post/10/known')).toBe(true);
  });

  it('show what another request had rendered by the time that GitHub did not answer', async () => {
    await render('/post/12/meanwhile', page('meanwhile'), 'meanwhile');
    expect(await findLastShown('/post/12/meanwhile')).toMatchObject({ kind: 'page' });
    noteShownAgain('/post/12/meanwhile', 'meanwhile');
    await cache.set('/post/12/meanwhile', page('meanwhile'), {});
    expect(await findKeptPages()?.has('/post/12/meanwhile')).toBe(true);
  });

  it('show where they led, though that was never a page', async () => {
    await render('/post/13/other', moved('/post/13/title'), '/post/13/title');
    await findKeptPages()?.forget('/post/13/other');
    expect(await isKept('/post/13/other')).toBe(false);
    const last = await findLastShown('/post/13/other');
    expect(last).toEqual({ kind: 'moved', to: '/post/13/title' });
  });

  it('do not become new by being kept once more when rendering fails', async () => {
    await render('/post/11/kept', page('kept'), 'kept');
    const change = noteChange([]);
    // Next hands back what it had, so long after it was read that nobody remembers when.
    Reflect.deleteProperty(globalThis, Symbol.for('issuepress.page-loads'));
    await cache.set('/post/11/kept', page('kept'), { cacheControl: { revalidate: 30 } });
    await forgetBelow('/post/11', change);
    expect(await isKept('/post/11/kept')).toBe(false);
  });

  it('stay forgotten over a restart', async () => {
    await render('/post/8/before', page('before'), 'before');
    await forgetBelow('/post/8', noteChange([]));
    Reflect.deleteProperty(globalThis, Symbol.for('issuepress.page-copies'));
    vi.resetModules();
    const { default: Restarted } = await import('../../lib/cache/page-cache');
    const restarted = new Restarted({ serverDistDir });
    expect(await isKept('/post/8/before', restarted)).toBe(false);
    expect(await isKept('/post/70/other', restarted)).toBe(true);
  });
});
