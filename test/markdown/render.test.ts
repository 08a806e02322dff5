import { describe, expect, it } from 'vitest';
import { feedHtml, linkPosts, renderMarkdown } from '../../lib/markdown';
import { renderMarkdownNow } from '../../lib/markdown/render';

const context = {
  repository: { owner: 'octocat', name: 'blog' },
  serverUrl: 'https://github.com',
  idPrefix: 'post-1-',
};

describe('a rendered body', () => {
  it('is the same from the worker as from this thread', async () => {
    const body = '# Hi :tada:\n\n```ts\nconst a = 1;\n```\n\n$x^2$ and @alice in #12\n';
    const here = await renderMarkdownNow(body, context);
    expect(await renderMarkdown(body, context)).toEqual(here);
    expect(here.html).toContain('<span class="pl-k">const</span>');
    expect(here.html).toContain('<math ');
    expect(here.tableOfContents).toEqual([{ id: 'post-1-hi-', text: 'Hi 🎉', depth: 1 }]);
  });

  it('is remembered by its content', async () => {
    const first = renderMarkdown('Once.', context);
    expect(renderMarkdown('Once.', context)).toBe(first);
    expect(renderMarkdown('Once.', { ...context, idPrefix: 'post-2-' })).not.toBe(first);
    await first;
  });

  it('prefixes ids, and links to them', async () => {
    const { html } = await renderMarkdownNow(
      '<b id="x">b</b> [to](#x) note[^1]\n\n[^1]: N',
      context,
    );
    expect(html).toContain('<b id="post-1-x">');
    expect(html).toContain('<a href="#post-1-x">to</a>');
    for (const [, id] of html.matchAll(/ id="([^"]*)"/g)) expect(id).toMatch(/^post-1-/);
  });
});

describe('an Enterprise server', () => {
  it('has its addresses shortened and its references linked', async () => {
    const { html } = await renderMarkdownNow(
      'https://git.example/octocat/blog/issues/3 https://git.example/a/b/pull/4#issuecomment-1 #5 @hubot',
      { ...context, serverUrl: 'https://git.example' },
    );
    expect(html).toContain(
      '<a data-issue="3" href="https://git.example/octocat/blog/issues/3">#3</a>',
    );
    expect(html).toContain('>a/b#4 (comment)</a>');
    expect(html).toContain('href="https://git.example/octocat/blog/issues/5"');
    expect(html).toContain('href="https://git.example/hubot"');
  });
});

describe('links to issues of this repository', () => {
  const find = (number: number) =>
    number === 12 ? { path: '/post/12/twelve', title: 'A "b"' } : null;

  it('lead to published posts and their comments only', async () => {
    const { html } = await renderMarkdownNow(
      '#12, #13, https://github.com/octocat/blog/issues/12#issuecomment-5, `#12`',
      context,
    );
    const linked = linkPosts(html, find);
    expect(linked).toContain('href="/post/12/twelve"');
    expect(linked).toContain('href="/post/12/comment/5"');
    expect(linked).toContain('href="https://github.com/octocat/blog/issues/13"');
    expect(linked.match(/href=/g)).toHaveLength(3);
  });
});

describe('the variant for feeds', () => {
  it('has absolute addresses, no ids and nothing to click', async () => {
    const { html } = await renderMarkdownNow(
      '# A\n\n#12 [b](#a)\n\nhttps://youtu.be/dQw4w9WgXcQ\n\n![c](https://e.example/c.png)',
      context,
    );
    const feed = feedHtml(
      linkPosts(html, () => ({ path: '/post/12/x', title: 'X' })),
      'https://blog.example',
    );
    expect(feed).toContain('<a href="https://blog.example/post/12/x" title="X">#12</a>');
    expect(feed).toContain('<a href="https://youtu.be/dQw4w9WgXcQ">');
    expect(feed).not.toMatch(/ (?:id|class|data-[\w-]+|tabindex|loading)=|href="#/);
  });
});
