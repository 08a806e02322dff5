import { describe, expect, it } from 'vitest';
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
      }),
      isWorthRendering: (path) => path === '/',
    });
    const failed = await refresher.refresh(
      ['/', '/tags', '/archive', '/post/2/x'],
      async (path) => {
        rendered.push(path);
      },
      soon(),
      (path) => path === '/post/2/x',
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
      soon(),
    );
    expect([...rendered]).toEqual(['/', '/tags']);
  });

  it('says what could not be rendered', async () => {
    const refresher = createRefresher();
    const failed = await refresher.refresh(
      ['/', '/tags'],
      async (path) => {
        if (path === '/tags') throw new Error('No.');
      },
      soon(),
    );
    expect(failed).toEqual(['/tags']);
  });
});
