import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findKeptPages } from '../../lib/cache/kept-pages';
import { findLastShown } from '../../lib/cache/last-shown';
import type PageCache from '../../lib/cache/page-cache';
import { currentRevision } from '../../lib/cache/page-changes';
import { beginLoad, noteChange, noteShownAgain } from '../../lib/cache/page-loads';
import { moved, openPageCache, page } from '../support/page-cache';

let cache: PageCache;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ cache, close } = await openPageCache('/notes'));
});

afterAll(() => close());

const keep = (name: string, value: unknown) => cache.set(name, value, {});
const isKept = async (name: string) => (await cache.get(name, {})) !== null;

describe('a page that was being rendered when it changed', () => {
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

describe('a page made of what is known anyway, because GitHub does not answer', () => {
  const recall = async (name: string) => {
    noteShownAgain(name, 'recalled');
    await keep(name, page('recalled'));
    return (await cache.get(name, {}))?.value;
  };

  afterEach(() => vi.useRealTimers());

  it.each([
    ['nothing', '/post/30/title', null],
    ['a redirect', '/post/31/title', moved('/notes/post/31/other')],
  ])('stands in for %s, for a moment', async (_, name, before) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    if (before) await keep(name, before);
    expect(await recall(name)).toEqual(page('recalled'));
    expect(await findLastShown(name), 'nobody is led there').toBeNull();
    expect(currentRevision(name)).toBe('recalled');
    vi.setSystemTime(Date.now() + 11_000);
    expect(await isKept(name)).toBe(false);
    expect(await recall(name)).toEqual(page('recalled'));
    beginLoad(name)('read');
    await keep(name, page('read'));
    expect(await cache.get(name, {})).toMatchObject({ value: page('read') });
  });

  it.each([
    ['one that was read', '/post/32/title', page('read')],
    ['none, where the post is gone', '/post/33/title', null],
  ])('does not take the place of %s', async (_, name, value) => {
    await keep(name, page('first'));
    await keep(name, value);
    expect(await recall(name)).toEqual(value);
  });
});

describe('a redirect', () => {
  it.each([
    ['two', '/post/21', ['/old', '/new']],
    ['three', '/post/22', ['/one', '/two', '/three']],
    ['itself', '/post/23', ['/same']],
    ['other scripts', '/post/24', ['/こんにちは', '/さようなら']],
  ])('is rendered anew where redirects lead around in a circle of %s', async (_, post, slugs) => {
    const names = slugs.map((slug) => post + encodeURI(slug));
    for (const [place, name] of names.entries()) {
      await keep(name, moved(`/notes${names[(place + 1) % names.length]}`));
    }
    for (const name of names) expect(await isKept(name)).toBe(false);
    await keep(names[0] ?? '', page('new'));
    for (const name of names) expect(await isKept(name)).toBe(true);
  });

  it('is served where redirects lead on, if not for ever', async () => {
    const step = (place: number) => `/post/25/step-${place}`;
    for (let place = 0; place < 20; place += 1)
      await keep(step(place), moved(`/notes${step(place + 1)}`));
    expect(await isKept(step(0))).toBe(false);
    expect(await isKept(step(12))).toBe(true);
  });
});
