import { describe, expect, it } from 'vitest';
import {
  isOptions,
  isPreview,
  isSaved,
  isSource,
  isUploaded,
} from '../../lib/writing/read-answers';
import type { PostSource, WritingOptions } from '../../lib/writing/shapes';

const options: WritingOptions = {
  templates: [{ id: 'post.md', name: 'Post', about: '', title: '', body: '', tags: ['sea'] }],
  tags: [{ name: 'sea', color: '0000ff', description: null }],
  mayCreateTags: true,
  series: [{ number: 1, title: 'Waves' }],
  mayUpload: true,
  largestImage: 1_000,
  mayPublish: true,
};

const source: PostSource = {
  number: 12,
  title: 'A post',
  body: 'Its text.',
  tags: ['sea'],
  series: null,
  version: 'v1',
  standing: 'published',
  path: '/post/12/a-post',
  url: 'https://github.com/octocat/blog/issues/12',
  channel: null,
  editedBy: null,
  editedAt: null,
  publishedAt: '2026-01-02T03:04:05Z',
  authors: [{ login: 'octocat', name: 'Octo Cat', avatarUrl: 'a.png', url: null, kind: 'ghost' }],
};

describe('an answer that the editor leans on', () => {
  it('is taken as it should be', () => {
    expect(isOptions(options)).toBe(true);
    expect(isSource(source)).toBe(true);
    const saved = { number: 1, url: 'u', standing: 'draft', path: null, missing: [] };
    expect(isSaved(saved)).toBe(true);
    expect(isUploaded({ url: 'u' })).toBe(true);
  });

  it.each([
    ['without a list of templates', { templates: null }],
    ['with fields for a list', { tags: {} }],
    ['that says nothing of uploads', { mayUpload: undefined }],
    ['with a size in words', { largestImage: '1 MB' }],
    ['that says nothing of new tags', { mayCreateTags: null }],
    ['with a tag without its name', { tags: [{ color: '0000ff', description: null }] }],
  ])('is refused as options %s', (_, wrong) => {
    expect(isOptions({ ...options, ...wrong })).toBe(false);
  });

  it.each([
    ['without tags', { tags: null }],
    ['without authors', { authors: null }],
    ['of a standing that nobody knows', { standing: 'lost' }],
  ])('is refused as a source %s', (_, wrong) => {
    expect(isSource({ ...source, ...wrong })).toBe(false);
  });

  it('is refused as anything when it is nothing', () => {
    for (const check of [isOptions, isSource, isSaved, isUploaded, isPreview]) {
      for (const nothing of [null, undefined, '', [], {}]) expect(check(nothing)).toBe(false);
    }
  });
});
