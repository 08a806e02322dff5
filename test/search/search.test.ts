import { describe, expect, it } from 'vitest';
import type { PostSummary } from '../../lib/posts/post';
import { toSummary } from '../../lib/posts/to-summary';
import { cutAround, highlight } from '../../lib/search/highlight';
import { createPostSearch, type PostSearch } from '../../lib/search/keep-search';
import { createSearchIndex, loadSearchIndex, searchPosts } from '../../lib/search/post-index';
import { searchableText } from '../../lib/search/searchable-text';
import { queryWordsOf, wordsOf } from '../../lib/search/words';
import { RULES, sampleIssue } from '../support/sample-issue';

const POSTS = [
  ['Deploying unikernels', 'A kernel of one program. Boots in milliseconds.'],
  ['日本語で書く', '検索は単語の間に空白がない文章でも動きます。'],
  ['用议题写博客', '从提交到发布只需一秒钟。'],
  ['Crème brûlée in C++', 'Not only .NET and C#.'],
  ['การเขียน', 'ภาษาไทยไม่มีช่องว่างระหว่างคำ'],
  ['مدونة', 'كيف تكتب مدونة من القضايا'],
].map(([title = '', text = ''], place) => ({
  id: place,
  title,
  text,
  names: 'emacs · octocat',
  path: `/post/${place}`,
  excerpt: text,
  date: '2026-01-01T00:00:00Z',
}));

function summary(number: number, title: string): PostSummary {
  const found = toSummary(sampleIssue({ number, title }), RULES);
  if (!found) throw new Error('The sample is not a post.');
  return found;
}

const index = createSearchIndex();
index.addAll(POSTS);

describe('a search', () => {
  it.each([
    ['a word', 'kernel', 0],
    ['the beginning of a word', 'unik', 0],
    ['a misspelt word', 'unikernals', 0],
    ['two letters in the wrong order', 'dpeloying', 0],
    ['without accents', 'creme brulee', 3],
    ['with signs', 'c++', 3],
    ['Japanese inside a sentence', '空白', 1],
    ['one letter', '語', 1],
    ['Chinese', '发布', 2],
    ['Thai', 'ช่องว่าง', 4],
    ['Arabic', 'القضايا', 5],
  ])('finds %s', (_, query, id) => {
    expect(searchPosts(index, query, 10)[0]?.id).toBe(id);
  });

  it('survives anything, and finds nothing where there is nothing', () => {
    for (const query of ['', ' ', '.*+?^$(', '\u0000', '\ud800', 'zzxqvw', 'x'.repeat(10_000)]) {
      expect(searchPosts(index, query, 10)).toEqual([]);
    }
  });

  it('gives the same answers from the index that browsers load', () => {
    const loaded = loadSearchIndex(JSON.stringify(index));
    expect(searchPosts(loaded, 'unikernals', 5)).toEqual(searchPosts(index, 'unikernals', 5));
  });

  it('answers in the same order, whatever was in the index before', async () => {
    const posts = [1, 2, 3, 4, 5, 6].map((number) => summary(number, 'Kernels'));
    const drafts = posts.toReversed().map((post) => ({ ...post, title: `Kernels ${post.number}` }));
    const [fresh, old] = [createPostSearch(() => 'Text.'), createPostSearch(() => 'Text.')];
    await old.upTo([...drafts, summary(7, 'Kernels'), summary(8, 'Something else')]);
    await old.upTo(drafts.slice(2));
    const found = async (search: PostSearch) => searchPosts(await search.upTo(posts), 'kernels', 9);
    expect((await found(fresh)).map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await found(old)).toEqual(await found(fresh));
  });

  it('counts no words of posts that went', async () => {
    const posts = [1, 2, 3].map((number) => summary(number, number > 1 ? 'Kernels' : 'Boots'));
    const [fresh, old] = [createPostSearch(() => ''), createPostSearch(() => '')];
    const gone = [4, 5, 6, 7, 8, 9].map((number) => summary(number, 'Boots'));
    await old.upTo([...posts, ...gone]);
    const scores = async (search: PostSearch) =>
      (await search.upTo(posts)).search('boots').map(({ score }) => score);
    expect((await scores(old))[0]).toBeCloseTo((await scores(fresh))[0] ?? 0, 9);
  });

  it('looks for pairs of letters where words have no spaces', () => {
    expect(wordsOf('日本語 und C++')).toEqual(['日本', '本語', '語', 'und', 'c++']);
    expect(queryWordsOf('日本語')).toEqual(['日本', '本語']);
  });

  it('marks what it found', () => {
    expect(highlight('The Kernel, kernels', new Set(['kernel']))).toEqual([
      { text: 'The ', found: false },
      { text: 'Kernel', found: true },
      { text: ', kernels', found: false },
    ]);
    expect(highlight('検索は単語', new Set(['単語']))).toEqual([
      { text: '検索は', found: false },
      { text: '単語', found: true },
    ]);
    expect(cutAround(`${'word '.repeat(200)}needle here`, new Set(['needle']))).toContain('needle');
  });

  it('looks through words, not through markup and addresses', () => {
    const text = searchableText(
      '## A *title*\n\n[link](https://example.com/secret) <b>x</b>\n- one',
    );
    expect(text).toBe('A title link x one');
  });

  it('leaves out the lines of a table, and the gaps that markup leaves before a sign', () => {
    const table =
      '**Anywhere**: the web.\n\n| You see | It is |\n|:--------|---|\n| a tag | a label |';
    expect(searchableText(table)).toBe('Anywhere: the web. You see It is a tag a label');
  });
});
