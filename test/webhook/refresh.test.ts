import { describe, expect, it } from 'vitest';
import { nextVersion } from '../../lib/cache/clock';
import { createRefresher } from '../../lib/webhook/refresh';

describe('carrying out a plan', () => {
  const soon = () => Date.now() + 5_000;

  it('renders what is worth it and what is kept, and nothing that nobody has seen', async () => {
    const rendered: string[] = [];
    const forgotten: string[] = [];
    const refresher = createRefresher({
      findKeptPages: () => ({
        has: async (path) => path === '/tags',
        forget: async (path) => {
          forgotten.push(path);
        },
        forgetBelow: async () => {},
      }),
      isWorthRendering: (path) => path === '/',
    });
    const failed = await refresher.refresh(
      ['/', '/tags', '/archive', '/post/2/x'],
      async (path) => {
        rendered.push(path);
      },
      { deadline: soon(), canWait: (path) => path === '/post/2/x' },
    );
    expect(failed).toEqual([]);
    expect(rendered.sort()).toEqual(['/', '/', '/tags', '/tags']);
    expect(forgotten).toEqual(['/post/2/x']);
  });

  it('renders everything where the platform keeps the pages', async () => {
    const rendered = new Set<string>();
    const refresher = createRefresher({ isWorthRendering: () => false });
    await refresher.refresh(
      ['/', '/tags'],
      async (path) => {
        rendered.add(path);
      },
      { deadline: soon() },
    );
    expect([...rendered]).toEqual(['/', '/tags']);
  });

  it('has a new address there before an old one leads to it', async () => {
    const log: string[] = [];
    const refresher = createRefresher();
    await refresher.refresh(
      ['/post/1/old', '/post/1', '/post/1/new'],
      async (path) => {
        log.push(`begin ${path}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`end ${path}`);
      },
      { deadline: soon(), mayLeadAway: (path) => path !== '/post/1/new' },
    );
    const isThere = log.lastIndexOf('end /post/1/new');
    expect(isThere).toBeGreaterThan(0);
    expect(log.slice(0, isThere + 1).every((line) => line.endsWith('/post/1/new'))).toBe(true);
    expect(log.slice(isThere + 1)).toContain('end /post/1/old');
  });

  it('goes on with the others where a new one fails', async () => {
    const refresher = createRefresher();
    const failed = await refresher.refresh(
      ['/post/1/new', '/tags'],
      async (path) => {
        if (path === '/post/1/new') throw new Error('No.');
      },
      { deadline: soon(), mayLeadAway: (path) => path !== '/post/1/new' },
    );
    expect(failed).toEqual(['/post/1/new']);
  });

  it('leaves nothing of a changed post, once all that it shows now is there', async () => {
    const forgotten: [path: string, version: number][] = [];
    let isFailing = true;
    const refresher = createRefresher({
      findKeptPages: () => ({
        has: async () => true,
        forget: async () => {},
        forgetBelow: async (path, version) => {
          forgotten.push([path, version]);
        },
      }),
    });
    const refresh = () =>
      refresher.refresh(
        ['/post/1/new'],
        async () => {
          if (isFailing) throw new Error('GitHub does not answer.');
          expect(forgotten).toEqual([]);
        },
        { deadline: soon(), changedPosts: ['/post/1'] },
      );
    await refresh();
    expect(forgotten).toEqual([]);
    isFailing = false;
    const before = nextVersion();
    await refresh();
    expect(forgotten).toEqual([['/post/1', expect.any(Number)]]);
    expect(forgotten[0]?.[1]).toBeGreaterThan(before);
    expect(forgotten[0]?.[1]).toBeLessThan(nextVersion());
  });

  it('says what could not be rendered', async () => {
    const refresher = createRefresher();
    const failed = await refresher.refresh(
      ['/', '/tags'],
      async (path) => {
        if (path === '/tags') throw new Error('No.');
      },
      { deadline: soon() },
    );
    expect(failed).toEqual(['/tags']);
  });
});
