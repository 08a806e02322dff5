import { describe, expect, it } from 'vitest';
import { readDraft } from '../../lib/writing/drafts';
import { mergePosts, needsDecisions, resolveMerge } from '../../lib/writing/merge-posts';
import {
  bodyOf,
  EMPTY_POST,
  excessOf,
  fromSource,
  fromTemplate,
  isScheduled,
  keyOf,
  type PostText,
} from '../../lib/writing/post-text';
import type { PostSource } from '../../lib/writing/shapes';

function source(changes: Partial<PostSource> = {}): PostSource {
  return {
    number: 12,
    title: 'Title',
    body: 'One\n\nTwo\n\nThree',
    tags: ['a'],
    series: null,
    version: 'v1',
    standing: 'published',
    path: '/post/12/title',
    url: 'https://github.com/octocat/blog/issues/12',
    channel: null,
    editedBy: null,
    editedAt: null,
    publishedAt: '2026-01-01T00:00:00Z',
    authors: [],
    ...changes,
  };
}

const withText = (post: PostText, text: string): PostText => ({
  ...post,
  parts: { ...post.parts, text },
});

describe('a text that is written', () => {
  it('starts from a template without the hints that were for GitHub', () => {
    const body = '<!--\nFill in:\ndate:\ncover:\n-->\n\n## Summary\n';
    const template = { id: 't.md', name: 'T', about: '', title: 'Re: ', body, tags: ['notes'] };
    const post = fromTemplate(template);
    expect([post.title, post.tags, bodyOf(post)]).toEqual(['Re: ', ['notes'], '## Summary\n']);
  });

  it('is to the letter what GitHub has until something is changed', () => {
    const body = '---\nslug: x\n---\nText\n\n  \n';
    expect(bodyOf(fromSource(source({ body })))).toBe(body);
  });

  it('says how much is too much: title and body, in characters', () => {
    expect(excessOf({ ...EMPTY_POST, title: '😀'.repeat(256) })).toBe(0);
    expect(excessOf({ ...EMPTY_POST, title: 'x'.repeat(257) })).toBe(1);
    expect(excessOf(withText(EMPTY_POST, '界'.repeat(65_537)))).toBe(1);
  });

  it('waits where its date lies ahead', () => {
    const dated = fromSource(source({ body: '---\ndate: 2030-01-01\n---\nText' }));
    expect(isScheduled(dated, Date.parse('2026-01-01'))).toBe(true);
    expect(isScheduled(dated, Date.parse('2031-01-01'))).toBe(false);
  });

  it('has one key in two tabs that hold the same draft, and another for another text', () => {
    const one = withText(EMPTY_POST, 'Hello');
    expect(keyOf('draft', one)).toBe(keyOf('draft', structuredClone(one)));
    expect(keyOf('draft', withText(one, 'Hello!'))).not.toBe(keyOf('draft', one));
    expect(keyOf('other', one)).not.toBe(keyOf('draft', one));
    expect(keyOf('draft', one)).toMatch(/^[\w-]{8,64}$/);
  });
});

describe('a kept draft', () => {
  const draft = {
    id: 'd',
    tab: 't',
    keptAt: '2026-11-23T12:00:00Z',
    base: { version: 'v', title: 'T', body: 'B', tags: [] },
    post: { ...EMPTY_POST, title: 'Kept' },
  };

  it('comes back as it was', () => {
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it.each([
    [null],
    ['text'],
    [{ ...draft, post: null }],
    [{ ...draft, post: { ...draft.post, tags: [1] } }],
    [{ ...draft, base: { version: 1 } }],
    [{ ...draft, post: { ...draft.post, parts: { text: 'x' } } }],
  ])('is not made of what somebody else left there: %j', (left) => {
    expect(readDraft(left)).toBeNull();
  });
});

describe('two authors of one post', () => {
  it('are merged where they changed different things, and nobody is asked', () => {
    const mine = { ...withText(fromSource(source()), 'One!\n\nTwo\n\nThree'), tags: ['a', 'b'] };
    const latest = source({ title: 'New', body: 'One\r\n\r\nTwo\r\n\r\nThree!', tags: [] });
    const merge = mergePosts(source(), mine, latest);
    expect(needsDecisions(merge)).toBe(false);
    const merged = resolveMerge(merge, []);
    expect([merged.title, bodyOf(merged), merged.tags]).toEqual([
      'New',
      'One!\n\nTwo\n\nThree!',
      ['b'],
    ]);
  });

  it('decide where both changed the title or a line', () => {
    const mine = { ...withText(fromSource(source()), 'One\n\nMine\n\nThree'), title: 'Mine' };
    const latest = source({ title: 'Theirs', body: 'One\n\nTheirs\n\nThree' });
    const merge = mergePosts(source(), mine, latest);
    expect(needsDecisions(merge)).toBe(true);
    const merged = resolveMerge(merge, ['Ours', 'Mine\nTheirs']);
    expect([merged.title, bodyOf(merged)]).toEqual(['Ours', 'One\n\nMine\nTheirs\n\nThree']);
  });
});
