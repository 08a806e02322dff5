import { describe, expect, it } from 'vitest';
import { createCommentReferences, pagesReferringTo } from '../../lib/posts/comment-references';
import type { PostSummary } from '../../lib/posts/post';
import { toSummary } from '../../lib/posts/to-summary';
import { RULES, sampleComment, sampleIssue } from '../support/sample-issue';

function post(number: number, title = `Post ${number}`): PostSummary {
  const found = toSummary(sampleIssue({ number, title }), RULES);
  if (!found) throw new Error('The sample is not a post.');
  return found;
}

function comment(id: number, body: string) {
  return sampleComment({ fullDatabaseId: String(id), body });
}

describe('comments that refer to a post', () => {
  const references = createCommentReferences();
  references.learn({ number: 1, comments: [comment(11, 'As in #3, #9.'), comment(12, 'Or #2?')] });
  references.learn({ number: 8, comments: [comment(81, 'See #3.')] });
  const before = [post(1), post(2), post(3)];
  const pages = (after: PostSummary[]) => pagesReferringTo(before, after, references.all());

  it('have their pages refreshed when it is called otherwise, comes or goes', () => {
    const expected = ['/post/1/post-1', '/post/1/comment/11'];
    expect(pages([post(1), post(2), post(3, 'New')])).toEqual(expected);
    expect(pages([post(1), post(2)])).toEqual(expected);
    expect(pages([...before, post(9)])).toEqual(expected);
  });

  it('do not when something else changes', () => {
    expect(pages(before)).toEqual([]);
    expect(pages([post(1), post(2), { ...post(3), commentCount: 7 }])).toEqual([]);
    expect(pages([...before, post(4)])).toEqual([]);
  });

  it('are forgotten with their text', () => {
    references.learn({ number: 1, comments: [comment(11, 'As in nothing.')] });
    expect(pages([post(1), post(2), post(3, 'New')])).toEqual([]);
  });
});
