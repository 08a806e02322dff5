import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPost } from '../../lib/writing/create-post';
import { getWritingOptions } from '../../lib/writing/get-options';
import { createOnce } from '../../lib/writing/once';
import type { SavedPost } from '../../lib/writing/shapes';
import { apiCalls, control } from '../support/github';
import { type Desk, issueOf, newPost, openDesk, refusalOf } from './desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

async function issueCount(): Promise<number> {
  const issues = await desk.owner.call('GET', '/issues?state=all&per_page=100');
  return Array.isArray(issues) ? issues.length : 0;
}

describe('what the editor offers', () => {
  it('an owner: templates, forms, tags, series, images', async () => {
    const form = [
      'name: Review',
      'description: A book or a tool',
      'title: "Review: "',
      'labels: [notes, Publish]',
      'body:',
      '  - type: markdown',
      '    attributes: { value: Thank you! }',
      '  - type: input',
      '    attributes: { label: What }',
      '  - type: dropdown',
      '    attributes: { label: Verdict, options: [Good, Bad], default: 1 }',
      '  - type: checkboxes',
      '    attributes: { label: Read, options: [{ label: all of it }] }',
    ].join('\n');
    await desk.owner.call('PUT', '/contents/.github/ISSUE_TEMPLATE/review.yml', {
      message: 'Add a form',
      content: Buffer.from(form).toString('base64'),
    });
    await desk.owner.call('POST', '/milestones', { title: 'A series' });
    const options = await getWritingOptions(desk.blog(), desk.author);
    expect(options.templates.map(({ id }) => id)).toEqual(['new-post.md', 'review.yml']);
    expect(options.templates[1]).toMatchObject({
      name: 'Review',
      title: 'Review: ',
      body: '### What\n\n\n\n### Verdict\n\nBad\n\n### Read\n\n- [ ] all of it',
      tags: ['notes'],
    });
    expect(options.tags.map(({ name }) => name)).toContain('emacs');
    expect(options.tags.map(({ name }) => name)).not.toContain('Publish');
    expect(options.series).toEqual([{ number: 1, title: 'A series' }]);
    expect(options).toMatchObject({ mayUpload: true, mayPublish: true, mayCreateTags: true });
  });

  it('a stranger: only what the blog would give them', async () => {
    const options = await getWritingOptions(desk.blog('collaborators'), desk.stranger);
    expect(options).toMatchObject({
      tags: [],
      series: [],
      mayUpload: false,
      mayPublish: false,
      mayCreateTags: false,
    });
    expect((await getWritingOptions(desk.blog('hubot'), desk.stranger)).mayPublish).toBe(true);
  });
});

describe('publishing', () => {
  it("opens an issue of the author's own, with label, tags and series", async () => {
    const post = newPost({ tags: ['emacs'], series: 1 });
    const saved = await createPost(desk.blog(), desk.author, post);
    expect(saved).toMatchObject({
      standing: 'published',
      path: `/post/${saved.number}`,
      missing: [],
    });
    expect(await issueOf(desk, saved.number)).toEqual({
      title: post.title,
      body: post.body,
      author: 'octocat',
      labels: expect.arrayContaining(['Publish', 'emacs']),
      milestone: 1,
    });
  });

  it('as a draft leads to its preview', async () => {
    const saved = await createPost(desk.blog(), desk.author, newPost({ intent: 'draft' }));
    expect(saved.standing).toBe('draft');
    expect(saved.path).toMatch(new RegExp(`^/preview/${saved.number}\\?token=`));
    expect((await issueOf(desk, saved.number)).labels).toEqual(['Draft']);
  });

  it('with a date ahead is scheduled', async () => {
    const body = '<!--\ndate: 2100-01-01\n-->\n\nLater.';
    const saved = await createPost(desk.blog(), desk.author, newPost({ body }));
    expect(saved.standing).toBe('scheduled');
    expect(saved.path).toContain('/preview/');
  });

  it('by a stranger is labelled by the blog, where anyone may publish', async () => {
    const saved = await createPost(desk.blog(), desk.stranger, newPost());
    expect(saved.standing).toBe('published');
    const issue = await issueOf(desk, saved.number);
    expect([issue.author, issue.labels]).toEqual(['hubot', ['Publish']]);
  });

  it('by a stranger with PUBLISH_AUTHORS=collaborators is a proposal', async () => {
    const saved = await createPost(desk.blog('collaborators'), desk.stranger, newPost());
    expect(saved).toMatchObject({ standing: 'proposed', path: null });
    expect((await issueOf(desk, saved.number)).labels).toEqual([]);
  });

  it('by an owner whom PUBLISH_AUTHORS does not name is a proposal', async () => {
    const saved = await createPost(desk.blog('hubot'), desk.author, newPost({ tags: ['notes'] }));
    expect(saved.standing).toBe('proposed');
    expect((await issueOf(desk, saved.number)).labels).toEqual(['notes']);
  });

  it('by a stranger whom PUBLISH_AUTHORS names gives no labels but tags of the blog', async () => {
    const post = newPost({ tags: ['typography'], series: 1 });
    const saved = await createPost(desk.blog('hubot'), desk.stranger, post);
    expect(saved.standing).toBe('published');
    const issue = await issueOf(desk, saved.number);
    expect([issue.labels, issue.milestone]).toEqual([['Publish'], null]);
  });
});

describe('bad input', () => {
  it.each([
    ['no title', { title: ' \n ' }, 'title-missing'],
    ['a title of 257 characters', { title: 'ä'.repeat(257) }, 'title-too-long'],
    ['no text', { body: ' \n' }, 'body-missing'],
    ['a text of 65,537 characters', { body: '界'.repeat(65_537) }, 'body-too-long'],
  ])('%s is refused before GitHub is asked', async (_, changes, code) => {
    await apiCalls(desk.sandbox, { clear: true });
    const sent = Promise.resolve().then(() =>
      createPost(desk.blog(), desk.author, newPost(changes)),
    );
    expect(await refusalOf(sent)).toEqual([422, code]);
    expect((await apiCalls(desk.sandbox)).count).toBe(0);
  });

  it('a title of 256 emoji is what GitHub takes', async () => {
    const saved = await createPost(desk.blog(), desk.author, newPost({ title: '🖋'.repeat(256) }));
    expect(saved.standing).toBe('published');
  });

  it('a double click opens one issue', async () => {
    const before = await issueCount();
    const post = newPost();
    const [one, other] = await Promise.all([
      createPost(desk.blog(), desk.author, post),
      createPost(desk.blog(), desk.author, post),
    ]);
    expect(one).toEqual(other);
    expect(await issueCount()).toBe(before + 1);
  });

  it('an answer that got lost is looked up before anything is opened again', async () => {
    const before = await issueCount();
    const post = newPost({ tags: ['notes'], body: 'Lost\r\nand found' });
    const first = await createPost(desk.blog(), desk.author, post, createOnce<SavedPost>());
    const again = await createPost(desk.blog(), desk.author, post, createOnce<SavedPost>());
    expect(again).toEqual(first);
    expect(await issueCount()).toBe(before + 1);
  });

  it('two tabs with two texts open two issues', async () => {
    const before = await issueCount();
    const post = newPost();
    await createPost(desk.blog(), desk.author, post);
    await createPost(desk.blog(), desk.author, newPost({ title: post.title, body: 'Others.' }));
    expect(await issueCount()).toBe(before + 2);
  });

  it('a tag that was deleted meanwhile is left out for whoever may not make it', async () => {
    await desk.owner.call('PUT', '/collaborators/hubot', { permission: 'triage' }).catch(() => {});
    const post = newPost({ tags: ['no-such-tag'] });
    const saved = await createPost(desk.blog(), desk.stranger, post);
    expect(saved.standing).toBe('published');
    expect((await issueOf(desk, saved.number)).labels).toEqual(['Publish']);
  });

  it('a tag that is not there yet is made by whoever may write', async () => {
    const saved = await createPost(desk.blog(), desk.author, newPost({ tags: ['brand new'] }));
    expect((await issueOf(desk, saved.number)).labels).toContain('brand new');
  });

  it('a deleted Publish label comes back with the next post', async () => {
    await desk.owner.call('DELETE', '/labels/Publish');
    const saved = await createPost(desk.blog(), desk.stranger, newPost());
    expect(saved.standing).toBe('published');
    expect((await issueOf(desk, saved.number)).labels).toEqual(['Publish']);
  });

  it.each([['down'], ['502'], ['rate-limited']])(
    'GitHub %s while sending loses nothing and opens nothing',
    async (mode) => {
      const before = await issueCount();
      const post = newPost();
      await control(desk.sandbox, 'POST', '/faults', { api: { mode } });
      const failed = createPost(desk.blog(), desk.author, post);
      await expect(failed).rejects.toMatchObject({ transient: true });
      await control(desk.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
      expect(await issueCount()).toBe(before);
      const saved = await createPost(desk.blog(), desk.author, post);
      expect(saved.standing).toBe('published');
      expect(await issueCount()).toBe(before + 1);
    },
  );

  it('a repository without issues takes none', async () => {
    await desk.owner.call('PATCH', '', { has_issues: false });
    const sent = createPost(desk.blog(), desk.author, newPost());
    expect(await refusalOf(sent)).toEqual([403, 'may-not-write']);
    const offered = getWritingOptions(desk.blog(), desk.author);
    expect(await refusalOf(offered)).toEqual([403, 'may-not-write']);
    await desk.owner.call('PATCH', '', { has_issues: true });
  });
});
