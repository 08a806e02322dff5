import { afterEach, expect, it, vi } from 'vitest';
import { label, RULES, sampleIssue } from '../support/sample-issue';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each(['', '/notes'])('names the changed feeds of a site below "%s"', async (base) => {
  vi.stubEnv('__NEXT_ROUTER_BASEPATH', base);
  vi.resetModules();
  const { toSummary } = await import('../../lib/posts/to-summary');
  const { changedFeeds } = await import('../../lib/webhook/ping-hub');
  const post = toSummary(
    sampleIssue({ labels: { nodes: [label('Publish'), label('news')] } }),
    RULES,
  );
  if (!post) throw new Error('The sample is not a post.');
  const feeds = changedFeeds([], [post], 'https://blog.example').filter((feed) =>
    feed.endsWith('.atom'),
  );
  expect(feeds).toEqual([
    `https://blog.example${base}/feed.atom`,
    `https://blog.example${base}/tag/news/feed.atom`,
    expect.stringMatching(`^https://blog.example${base}/author/[^/]+/feed.atom$`),
  ]);
  expect(changedFeeds([post], [post], 'https://blog.example')).toEqual([]);
});

it('names the feeds of posts that refer to one that is called otherwise now', async () => {
  const { toSummary } = await import('../../lib/posts/to-summary');
  const { changedFeeds } = await import('../../lib/webhook/ping-hub');
  const post = (number: number, title: string, body: string, tag: string) => {
    const labels = { nodes: [label('Publish'), label(tag)] };
    return toSummary(sampleIssue({ number, title, body, labels }), RULES);
  };
  const referring = post(1, 'Referring', 'See #2.', 'one');
  const [before, after] = ['Before', 'After'].map((title) => [
    ...(referring ? [referring] : []),
    ...[post(2, title, 'x', 'two'), post(3, 'Another', 'x', 'three')].filter((one) => one !== null),
  ]);
  const feeds = changedFeeds(before ?? [], after ?? [], 'https://blog.example').join(' ');
  expect(feeds).toContain('/tag/one/feed.atom');
  expect(feeds).toContain('/tag/two/feed.atom');
  expect(feeds).not.toContain('/tag/three/');
});
