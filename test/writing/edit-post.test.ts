import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource, savePost } from '../../lib/writing/edit-post';
import { fromSource } from '../../lib/writing/post-text';
import { toPreviewPost } from '../../lib/writing/preview-post';
import { renderPreview } from '../../lib/writing/render-preview';
import type { PostChanges, PostSource } from '../../lib/writing/shapes';
import { asReader, control, graphqlAsAuthor } from '../support/github';
import { type Desk, issueOf, openDesk, refusalOf } from './desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

/** What the editor sends back of what it opened. */
function changesOf(source: PostSource, changes: Partial<PostChanges> = {}): PostChanges {
  const { version, title, body, tags, series } = source;
  return { version, title, body, tags, tagsBefore: tags, series, intent: 'keep', ...changes };
}

const publish = (body: string, labels = ['Publish']) =>
  desk.owner.createIssue({ title: 'Edited here', body, labels });

describe('opening a post in the editor', () => {
  it('gives its author all there is to change', async () => {
    const number = await publish('---\nslug: here\n---\nText', ['Publish', 'notes']);
    const source = await openSource(desk.blog(), desk.author, number);
    expect(source).toMatchObject({
      title: 'Edited here',
      body: '---\nslug: here\n---\nText',
      tags: ['notes'],
      series: null,
      standing: 'published',
      path: `/post/${number}/here`,
      channel: `/post/${number}/here`,
    });
  });

  it('names those who stand on its page, whoever edits it', async () => {
    const number = await asReader(desk.sandbox).createIssue({ title: 'Theirs', body: 'Text' });
    await desk.owner.call('POST', `/issues/${number}/assignees`, { assignees: ['octocat'] });
    const source = await openSource(desk.blog(), desk.author, number);
    const answer = await renderPreview(desk.blog(), { kind: 'post', body: 'Text' });
    if (answer.kind !== 'preview') throw new Error('There is no preview.');
    const post = toPreviewPost(fromSource(source), answer.preview, {
      source,
      author: { login: 'somebody', name: 'Somebody', avatarUrl: '', url: null, kind: 'user' },
      options: { tags: [], series: [] },
      untitled: '',
      now: new Date().toISOString(),
    });
    expect(post.authors.map(({ login }) => login)).toEqual(['hubot', 'octocat']);
  });

  it('gives a draft a channel that nobody can guess', async () => {
    const number = await publish('Text', ['Draft']);
    const source = await openSource(desk.blog(), desk.author, number);
    expect([source.standing, source.path]).toEqual(['draft', null]);
    expect(source.channel).toMatch(/^\/preview\/[\w-]{43}$/);
  });

  it('is for those whom GitHub lets edit it', async () => {
    const number = await publish('Text');
    const opened = openSource(desk.blog(), desk.stranger, number);
    expect(await refusalOf(opened)).toEqual([403, 'may-not-edit']);
    const saved = savePost(desk.blog(), desk.stranger, number, {
      ...changesOf(await openSource(desk.blog(), desk.author, number)),
      body: 'Mine now',
    });
    expect(await refusalOf(saved)).toEqual([403, 'may-not-edit']);
    expect((await issueOf(desk, number)).body).toBe('Text');
  });

  it('says that a post is not there', async () => {
    expect(await refusalOf(openSource(desk.blog(), desk.author, 9_999))).toEqual([410, 'gone']);
  });
});

describe('saving', () => {
  it('changes what the author changed', async () => {
    const number = await publish('Text', ['Publish', 'notes']);
    const source = await openSource(desk.blog(), desk.author, number);
    const changes = changesOf(source, { title: 'New title', body: 'New text', tags: ['emacs'] });
    const saved = await savePost(desk.blog(), desk.author, number, changes);
    expect(saved).toMatchObject({ standing: 'published', path: `/post/${number}`, missing: [] });
    expect(await issueOf(desk, number)).toMatchObject({
      title: 'New title',
      body: 'New text',
      labels: expect.arrayContaining(['Publish', 'emacs']),
    });
    expect((await issueOf(desk, number)).labels).not.toContain('notes');
  });

  it('never writes over what somebody else wrote meanwhile', async () => {
    const number = await publish('Text');
    const source = await openSource(desk.blog(), desk.author, number);
    await desk.owner.call('PATCH', `/issues/${number}`, { body: 'Theirs' });
    const saved = savePost(desk.blog(), desk.author, number, changesOf(source, { body: 'Mine' }));
    expect(await refusalOf(saved)).toEqual([409, 'changed']);
    expect((await issueOf(desk, number)).body).toBe('Theirs');
  });

  it('is content when the same was saved already, in another tab or before an answer got lost', async () => {
    const number = await publish('Text');
    const source = await openSource(desk.blog(), desk.author, number);
    const changes = changesOf(source, { body: 'Better text' });
    await savePost(desk.blog(), desk.author, number, changes);
    const again = await savePost(desk.blog(), desk.author, number, changes);
    expect(again.standing).toBe('published');
  });

  it('keeps tags that somebody else gave meanwhile', async () => {
    const number = await publish('Text', ['Publish', 'notes']);
    const source = await openSource(desk.blog(), desk.author, number);
    await desk.owner.call('POST', `/issues/${number}/labels`, { labels: ['writing'] });
    await savePost(desk.blog(), desk.author, number, changesOf(source, { tags: ['emacs'] }));
    expect((await issueOf(desk, number)).labels.sort()).toEqual(['Publish', 'emacs', 'writing']);
  });

  it('publishes a draft, and makes a post a draft again', async () => {
    const number = await publish('Text', ['Draft', 'notes']);
    const source = await openSource(desk.blog(), desk.author, number);
    const published = changesOf(source, { intent: 'publish' });
    expect((await savePost(desk.blog(), desk.author, number, published)).standing).toBe(
      'published',
    );
    expect((await issueOf(desk, number)).labels.sort()).toEqual(['Publish', 'notes']);
    const draft = changesOf(source, { intent: 'draft' });
    expect(await savePost(desk.blog(), desk.author, number, draft)).toMatchObject({
      standing: 'draft',
      path: expect.stringContaining('/preview/'),
    });
    expect((await issueOf(desk, number)).labels.sort()).toEqual(['Draft', 'notes']);
  });

  it("lets a stranger edit their own post and leaves its labels to the blog's policy", async () => {
    const { number } = Object(
      await (
        await fetch(`${desk.sandbox.url}/repos/octocat/blog/issues`, {
          method: 'POST',
          headers: { authorization: 'token reader-token' },
          body: JSON.stringify({ title: 'By hubot', body: 'Text' }),
        })
      ).json(),
    );
    const source = await openSource(desk.blog(), desk.stranger, number);
    const changes = changesOf(source, { body: 'Better', tags: ['emacs'], intent: 'publish' });
    const policy = desk.blog('collaborators');
    expect((await savePost(policy, desk.stranger, number, changes)).standing).toBe('proposed');
    expect(await issueOf(desk, number)).toMatchObject({ body: 'Better', labels: [] });
    expect((await savePost(desk.blog(), desk.stranger, number, changes)).standing).toBe(
      'published',
    );
    expect((await issueOf(desk, number)).labels).toEqual(['Publish']);
  });
});

describe('bad input', () => {
  it('a post that was deleted meanwhile is gone, and its text is the browser’s to keep', async () => {
    const number = await publish('Text');
    const source = await openSource(desk.blog(), desk.author, number);
    const { node_id: id } = Object(await desk.owner.call('GET', `/issues/${number}`));
    const mutation =
      'mutation($id: ID!) { deleteIssue(input: {issueId: $id}) { clientMutationId } }';
    await graphqlAsAuthor(desk.sandbox, mutation, { id });
    const saved = savePost(desk.blog(), desk.author, number, changesOf(source, { body: 'More' }));
    expect(await refusalOf(saved)).toEqual([410, 'gone']);
  });

  it('a post that was unpublished or locked meanwhile is saved as it now is', async () => {
    const number = await publish('Text');
    const source = await openSource(desk.blog(), desk.author, number);
    await desk.owner.call('DELETE', `/issues/${number}/labels/Publish`);
    await desk.owner.call('PUT', `/issues/${number}/lock`, {});
    const saved = await savePost(
      desk.blog(),
      desk.author,
      number,
      changesOf(source, { body: 'B' }),
    );
    expect(saved.standing).toBe('unlabelled');
    expect(await issueOf(desk, number)).toMatchObject({ body: 'B', labels: [] });
  });

  it('bad YAML in the text is kept as it was written', async () => {
    const body = '---\ntitle: "unfinished\n---\nText';
    const number = await publish(body);
    const source = await openSource(desk.blog(), desk.author, number);
    expect(source.body).toBe(body);
    await savePost(desk.blog(), desk.author, number, changesOf(source, { body: `${body}!` }));
    expect((await issueOf(desk, number)).body).toBe(`${body}!`);
  });

  it.each([
    ['no title', { title: '' }, 'title-missing'],
    ['a title of 257 characters', { title: 'x'.repeat(257) }, 'title-too-long'],
    ['65,537 characters', { body: 'x'.repeat(65_537) }, 'body-too-long'],
  ])('%s is refused', async (_, wrong, code) => {
    const number = await publish('Text');
    const source = await openSource(desk.blog(), desk.author, number);
    const saved = savePost(desk.blog(), desk.author, number, changesOf(source, wrong));
    expect(await refusalOf(saved)).toEqual([422, code]);
    expect((await issueOf(desk, number)).body).toBe('Text');
  });

  it('GitHub down while saving changes nothing', async () => {
    const number = await publish('Text');
    const source = await openSource(desk.blog(), desk.author, number);
    await control(desk.sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    const saved = savePost(desk.blog(), desk.author, number, changesOf(source, { body: 'More' }));
    await expect(saved).rejects.toMatchObject({ transient: true });
    await control(desk.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
    expect((await issueOf(desk, number)).body).toBe('Text');
  });
});
