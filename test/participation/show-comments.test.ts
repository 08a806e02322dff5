import { describe, expect, it } from 'vitest';
import {
  type OwnComment,
  type OwnWork,
  plainHtml,
  showComments,
} from '../../lib/participation/browser/show-comments';
import type { Comment } from '../../lib/posts/post';
import { comments as samples } from '../components/sample-posts';

const [sample] = samples;
if (!sample) throw new Error('There should be a sample comment.');
const me = { ...sample.author, login: 'hubot' };

function comment(id: number, changes: Partial<Comment> = {}): Comment {
  return { ...(sample as Comment), id, html: `<p>${id}</p>`, editedAt: null, ...changes };
}

const NOTHING: OwnWork = {
  login: 'hubot',
  written: [],
  changed: new Map(),
  removed: new Set(),
  edited: new Map(),
};

function written(changes: Partial<OwnComment>): OwnComment {
  return {
    key: 'mine',
    comment: comment(-1, { author: me }),
    isSending: true,
    before: new Set([1]),
    wasServed: false,
    ...changes,
  };
}

const keysOf = (served: Comment[], own: Partial<OwnWork>) =>
  showComments(served, { ...NOTHING, ...own }).map(({ key, comment: { id } }) => `${key}:${id}`);

describe('a discussion with what its reader did', () => {
  it('ends with what is being sent', () => {
    expect(keysOf([comment(1)], { written: [written({})] })).toEqual(['1:1', 'mine:-1']);
  });

  it('shows a comment once when the page has it before the answer, in the same place', () => {
    const served = [comment(1), comment(7, { author: me })];
    expect(keysOf(served, { written: [written({})] })).toEqual(['1:1', 'mine:7']);
  });

  it('shows a comment once when the answer comes before the page has it', () => {
    const answered = written({ comment: comment(7, { author: me }), isSending: false });
    expect(keysOf([comment(1)], { written: [answered] })).toEqual(['1:1', 'mine:7']);
    const served = [comment(1), comment(7, { author: me })];
    expect(keysOf(served, { written: [answered] })).toEqual(['1:1', 'mine:7']);
  });

  it("does not take another's new comment for one's own", () => {
    const served = [comment(1), comment(7, { author: { ...me, login: 'octocat' } })];
    expect(keysOf(served, { written: [written({})] })).toEqual(['1:1', '7:7', 'mine:-1']);
  });

  it('keeps two that are sent at once apart', () => {
    const two = [written({}), written({ key: 'second', comment: comment(-2, { author: me }) })];
    expect(keysOf([comment(1), comment(7, { author: me })], { written: two })).toEqual([
      '1:1',
      'mine:7',
      'second:-2',
    ]);
  });

  it('does not bring back what was deleted elsewhere', () => {
    const gone = written({ comment: comment(7), isSending: false, wasServed: true });
    expect(keysOf([comment(1)], { written: [gone] })).toEqual(['1:1']);
  });

  it('leaves out what was deleted here, whatever the page still shows', () => {
    expect(keysOf([comment(1), comment(2)], { removed: new Set([1]) })).toEqual(['2:2']);
  });

  it('keeps what is being edited where it was, although it was deleted elsewhere', () => {
    const edited = new Map([[2, { comment: comment(2), source: { body: '2', version: '' } }]]);
    expect(keysOf([comment(1), comment(3)], { edited })).toEqual(['1:1', '2:2', '3:3']);
    expect(keysOf([comment(1), comment(2)], { edited })).toEqual(['1:1', '2:2']);
  });

  it('shows a change until the page has it or a later one', () => {
    const edit = (editedAt: string, html: string) => comment(1, { editedAt, html });
    const changed = new Map([[1, edit('2026-01-02T00:00:00.000Z', 'here')]]);
    const htmlOf = (served: Comment) =>
      showComments([served], { ...NOTHING, changed })[0]?.comment.html;
    expect(htmlOf(comment(1))).toBe('here');
    expect(htmlOf(edit('2026-01-01T00:00:00.000Z', 'before'))).toBe('here');
    expect(htmlOf(edit('2026-01-02T00:00:00.000Z', 'page'))).toBe('page');
    expect(htmlOf(edit('2026-01-03T00:00:00.000Z', 'later'))).toBe('later');
  });
});

describe('a text before it is rendered', () => {
  it('is its paragraphs and lines, and never markup', () => {
    expect(plainHtml('One\ntwo\n\n<img src=x onerror="a&b">\n')).toBe(
      '<p>One<br>two</p>\n<p>&lt;img src=x onerror=&quot;a&amp;b&quot;&gt;</p>',
    );
  });
});
