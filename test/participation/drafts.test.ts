import { beforeEach, describe, expect, it } from 'vitest';
import { openDrafts } from '../../lib/participation/browser/drafts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

let storage: ReturnType<typeof memory>;
beforeEach(() => {
  storage = memory();
});

const open = () => openDrafts('comment-12', storage);

describe('a draft', () => {
  it('is there again after a reload, with its key', () => {
    const draft = open().keep('Half a thought');
    expect(open().read()).toEqual(draft);
    expect(openDrafts('comment-13', storage).read().text).toBe('');
  });

  it('keeps its key while it is written, and is another text once it was tried', () => {
    const drafts = open();
    const { key } = drafts.keep('One');
    expect(drafts.keep('One two').key).toBe(key);
    expect(drafts.noteTry(1_000)).toMatchObject({ key, triedAt: 1_000 });
    expect(drafts.noteTry(2_000)).toMatchObject({ key, triedAt: 1_000 });
    expect(drafts.keep('One two').key).toBe(key);
    const next = drafts.keep('One two three');
    expect(next.key).not.toBe(key);
    expect(next.triedAt).toBeNull();
  });

  it('is gone once it is published, and the next one has another key', () => {
    const drafts = open();
    const { key } = drafts.keep('Said');
    drafts.drop(key);
    expect(storage.kept.size).toBe(0);
    expect(drafts.read().text).toBe('');
    expect(drafts.read().key).not.toBe(key);
  });

  it('of another tab stays when this one is published', () => {
    const one = open();
    const { key } = one.keep('Said');
    one.noteTry(1);
    const other = open();
    other.keep('Something new');
    one.drop(key);
    expect(open().read().text).toBe('Something new');
  });

  it('lives as long as the page where the browser keeps nothing', () => {
    const forbidden = () => {
      throw new Error('forbidden');
    };
    const drafts = openDrafts('x', {
      getItem: forbidden,
      setItem: forbidden,
      removeItem: forbidden,
    });
    drafts.keep('Text');
    expect(drafts.read().text).toBe('Text');
    expect(openDrafts('x', null).read().text).toBe('');
  });

  it.each(['', 'null', '{"text":1}', 'no JSON', '[]'])('takes %j for none', (kept) => {
    storage.kept.set('draft-comment-12', kept);
    expect(open().read().text).toBe('');
  });
});
