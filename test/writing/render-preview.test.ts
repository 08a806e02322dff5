import { describe, expect, it } from 'vitest';
import { buildPost } from '../../lib/posts/to-post';
import { renderPreview } from '../../lib/writing/render-preview';
import { RULES, sampleIssue, withComments } from '../support/sample-issue';

const context = {
  repository: { owner: 'octocat', name: 'blog' },
  rules: RULES,
  now: new Date('2026-11-23T12:00:00Z'),
  findPost: (number: number) => (number === 3 ? { title: 'Third', path: '/post/3/third' } : null),
};
const blog = { postContext: () => context };

describe('a preview', () => {
  it('is to the letter what the page of the post shows', async () => {
    const body =
      '---\ndescription: Short\n---\n# Hello\n\n```ts\nlet a = 1;\n```\n\nAfter #3, $x^2$ and a note[^1].\n\n[^1]: Here.\n';
    const post = await buildPost(withComments(sampleIssue({ body }), []), context);
    const result = await renderPreview(blog, { kind: 'post', number: 12, body });
    if (result.kind !== 'preview') throw new Error(result.kind);
    expect(result.preview.html).toBe(post.html);
    expect(result.preview.tableOfContents).toEqual(post.tableOfContents);
    expect(result.preview.metadata.description).toBe('Short');
    expect(post.html).toContain('/post/3/third');
  });

  it("of a comment marks its links as a reader's and leaves front matter alone", async () => {
    const body = '---\ndate: x\n---\n[a](https://example.com)';
    const result = await renderPreview(blog, { body });
    if (result.kind !== 'preview') throw new Error(result.kind);
    expect(result.preview.html).toContain('ugc');
    expect(result.preview.html).toContain('date: x');
  });

  it('never runs what it is given', async () => {
    const result = await renderPreview(blog, {
      body: '<script>alert(1)</script><b onclick=x>b</b>',
    });
    if (result.kind !== 'preview') throw new Error(result.kind);
    expect(result.preview.html).not.toMatch(/<script|onclick/);
  });

  it('takes 65,536 characters of any script and not one more', async () => {
    const longest = '😀'.repeat(65_536);
    expect((await renderPreview(blog, { body: longest })).kind).toBe('preview');
    expect((await renderPreview(blog, { body: `${longest}a` })).kind).toBe('too-long');
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ body: 1 }],
    [{ body: '', kind: 'page' }],
    [{ body: '', number: -1 }],
  ])('refuses %j', async (asked) => {
    expect((await renderPreview(blog, asked)).kind).toBe('invalid');
  });

  it('asks to come again when too many wait', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, count) => renderPreview(blog, { body: `Text ${count}` })),
    );
    const kinds = results.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'busy').length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => kind === 'preview').length).toBeGreaterThanOrEqual(12);
  });
});
