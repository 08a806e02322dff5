/** Commenting and reacting over HTTP, with everything that can go wrong. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { asAuthor, asReader, control } from '../support/github';
import { type Client, openClient, signIn } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;
let reader: Client;
let author: Client;
let number: number;
let keys = 0;

beforeAll(async () => {
  site = await startTestSite();
  [reader, author] = await Promise.all([signIn(site, 'reader'), signIn(site, 'author')]);
  number = await publish('A post to discuss');
});

afterAll(() => site.close());

beforeEach(() => fail('ok'));

const fail = (mode: string, ms = 0) =>
  control(site.sandbox, 'POST', '/faults', { api: { mode, ms } });

async function publish(title: string): Promise<number> {
  const created = await asAuthor(site.sandbox).createIssue({
    title,
    body: 'Text.',
    labels: ['Publish'],
  });
  await until(async () => (await fetch(`${site.url}/post/${created}`)).ok);
  await until(async () => (await asAuthor(site.sandbox).comments(created)).length === 1);
  return created;
}

interface Told {
  status: number;
  body: { id?: number; html?: string; error?: { code: string; message: string } } & Record<
    string,
    unknown
  >;
  retryAfter: string | null;
}

async function ask(client: Client, method: string, path: string, body?: unknown): Promise<Told> {
  const send = (attempt: number) =>
    client.send(method, `/api/posts/${path}`, body, { 'x-session-attempt': String(attempt) });
  let response = await send(1);
  let text = await response.text();
  // As a page's script does it: see `lib/session/send.ts`.
  if (text.includes('renewed-elsewhere')) {
    response = await send(2);
    text = await response.text();
  }
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return {
    status: response.status,
    body: text ? JSON.parse(text) : {},
    retryAfter: response.headers.get('retry-after'),
  };
}

const write = (body: string, { client = reader, post = number, id = '', ...more } = {}) => {
  keys += 1;
  return ask(client, 'POST', `${post}/comments`, { body, id: id || `key-${keys}`, ...more });
};

const bodiesOf = (post = number) => asAuthor(site.sandbox).comments(post);

async function countOf(text: string, post = number): Promise<number> {
  return (await bodiesOf(post)).filter((body) => body === text).length;
}

function expectRefusal({ status, body }: Told, expected: number, code: string): void {
  expect(body.error?.code).toBe(code);
  expect(status).toBe(expected);
  // A sentence, not a word.
  expect(body.error?.message).toMatch(/^\S.* .*\.$/s);
}

describe('a comment', () => {
  it("is the reader's own on GitHub, and on the page of everybody else", async () => {
    const { status, body } = await write('Said **on the site**.');
    expect(status).toBe(201);
    expect(body).toMatchObject({ author: { login: 'hubot' } });
    expect(body.html).toContain('<strong>on the site</strong>');
    expect(JSON.stringify(body)).not.toContain('ghu_');
    await until(async () =>
      (await (await fetch(`${site.url}/post/${number}`)).text()).includes('on the site'),
    );
  });

  it('is changed and deleted by its author', async () => {
    const { body } = await write('A tpyo');
    const source = await ask(reader, 'GET', `${number}/comments/${body.id}`);
    expect(source.body).toMatchObject({ body: 'A tpyo' });
    const { version } = source.body;
    const changed = await ask(reader, 'PATCH', `${number}/comments/${body.id}`, {
      body: 'A typo',
      version,
    });
    expect(changed.status).toBe(200);
    expect(changed.body.html).toContain('A typo');
    expect(await bodiesOf()).toContain('A typo');
    const removed = await ask(reader, 'DELETE', `${number}/comments/${body.id}`);
    expect(removed.status).toBe(204);
    expect(await bodiesOf()).not.toContain('A typo');
  });

  it('is not written by nobody', async () => {
    expectRefusal(await write('Anonymous', { client: openClient(site) }), 401, 'signed-out');
  });

  it('is not written by a page of another site', async () => {
    const response = await reader.send(
      'POST',
      `/api/posts/${number}/comments`,
      { body: 'Forged', id: 'forged' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(response.status).toBe(403);
    expect(await bodiesOf()).not.toContain('Forged');
  });
});

describe('bad input', () => {
  it.each(['', ' \n\t '])('an empty comment, %j', async (text) => {
    expectRefusal(await write(text), 422, 'empty');
  });

  it('65,537 characters, and 65,536 of any script are not too many', async () => {
    expectRefusal(await write('é'.repeat(65_537)), 422, 'too-long');
    const post = await publish('A long discussion');
    expect((await write('😀'.repeat(65_536), { post })).status).toBe(201);
  });

  it.each([[{}], [{ body: 1, id: 'a' }], [{ body: 'No key' }], [[]], ['text']])(
    'a body that is none: %j',
    async (body) => {
      expectRefusal(await ask(reader, 'POST', `${number}/comments`, body), 400, 'bad-request');
    },
  );

  it.each(['9999', '0', '1e3', '12abc', '-1', '%00', '99999999999999999999'])(
    'a post that is not there: %s',
    async (post) => {
      const answer = await ask(reader, 'POST', `${post}/comments`, { body: 'Hello', id: 'a' });
      expectRefusal(answer, 404, 'not-a-post');
      expect((await ask(reader, 'GET', `${post}/participation`)).status).toBe(404);
      expect((await ask(reader, 'PUT', `${post}/reactions/HEART`)).status).toBe(404);
    },
  );

  it('an issue that is not a post', async () => {
    const issue = await asAuthor(site.sandbox).createIssue({ title: 'A bug', body: 'Broken.' });
    expectRefusal(await write('Me too', { post: issue }), 404, 'not-a-post');
    expectRefusal(await ask(reader, 'PUT', `${issue}/reactions/HEART`), 404, 'not-a-post');
    expect(await bodiesOf(issue)).toEqual([]);
  });

  it('a comment of another post, or of nobody', async () => {
    const other = await publish('Another post');
    const id = await asReader(site.sandbox).comment(other, 'Over here.');
    const address = `${number}/comments/${id}`;
    const change = { body: 'Moved', version: 'any' };
    expectRefusal(await ask(reader, 'PATCH', address, change), 404, 'no-such-comment');
    expectRefusal(await ask(reader, 'DELETE', address), 404, 'no-such-comment');
    expectRefusal(await ask(reader, 'PUT', `${address}/reactions/HEART`), 404, 'no-such-comment');
    for (const none of ['1', 'x', '9007199254740993']) {
      const answer = await ask(reader, 'DELETE', `${number}/comments/${none}`);
      expectRefusal(answer, 404, 'no-such-comment');
    }
    expect(await bodiesOf(other)).toContain('Over here.');
  });

  it("the bot's own comment", async () => {
    const comments = await asAuthor(site.sandbox).call('GET', `/issues/${number}/comments`);
    const [bot] = Array.isArray(comments) ? comments : [];
    const address = `${number}/comments/${bot.id}`;
    expectRefusal(await ask(author, 'DELETE', address), 404, 'no-such-comment');
  });

  it('a reaction that GitHub does not have', async () => {
    const answer = await ask(reader, 'PUT', `${number}/reactions/BANANA`);
    expectRefusal(answer, 404, 'no-such-reaction');
  });
});

describe("somebody else's comment", () => {
  it('is refused to a stranger with a sentence', async () => {
    const id = await asAuthor(site.sandbox).comment(number, 'The author speaks.');
    const address = `${number}/comments/${id}`;
    const { version } = (await ask(reader, 'GET', address)).body;
    const change = { body: 'Words in a mouth', version };
    expectRefusal(await ask(reader, 'PATCH', address, change), 403, 'not-yours');
    expectRefusal(await ask(reader, 'DELETE', address), 403, 'not-yours');
    expect(await bodiesOf()).toContain('The author speaks.');
  });

  it("may be deleted by the blog's owner, who is told so", async () => {
    const { body } = await write('Buy cheap watches');
    const rights = await ask(author, 'GET', `${number}/participation`);
    expect(rights.body.comments).toMatchObject({
      [String(body.id)]: { canEdit: true, canDelete: true },
    });
    const removed = await ask(author, 'DELETE', `${number}/comments/${body.id}`);
    expect(removed.status).toBe(204);
  });
});

describe('never posts twice', () => {
  it('at a double click', async () => {
    const [one, two] = await Promise.all([
      write('Clicked twice', { id: 'double' }),
      write('Clicked twice', { id: 'double' }),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.id).toBe(two.body.id);
    expect(await countOf('Clicked twice')).toBe(1);
  });

  it("from two tabs with one draft, and again after GitHub's answer got lost", async () => {
    await fail('lost-answer');
    const sent = await write('Lost and found', { id: 'lost' });
    expect(sent.status).toBe(201);
    await fail('ok');
    const again = await write('Lost and found', { id: 'lost' });
    expect(again.body.id).toBe(sent.body.id);
    expect(await countOf('Lost and found')).toBe(1);
  });

  it('when the site was started anew in between', async () => {
    await write('Before the restart', { id: 'restart' });
    await site.restart();
    const again = await write('Before the restart', { id: 'restart', ...{ triedAgo: 20_000 } });
    expect(again.status).toBe(201);
    expect(await countOf('Before the restart')).toBe(1);
  });
});

describe('while GitHub', () => {
  it('is down, a comment is refused and can be sent again', async () => {
    await fail('down');
    const refused = await write('Patience', { id: 'down' });
    expectRefusal(refused, 503, 'github-down');
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    await fail('ok');
    expect((await write('Patience', { id: 'down' })).status).toBe(201);
    expect(await countOf('Patience')).toBe(1);
  });

  it('limits, the answer says when to come again', async () => {
    await fail('rate-limited', 30_000);
    const refused = await write('Too much', { id: 'limit' });
    expectRefusal(refused, 429, 'github-limit');
    expect(Number(refused.retryAfter)).toBeGreaterThan(20);
    await fail('ok');
    expect((await write('Too much', { id: 'limit' })).status).toBe(201);
    expect(await countOf('Too much')).toBe(1);
  });
});

describe('meanwhile', () => {
  it('locked: comments and reactions are refused, and the rights say so', async () => {
    const post = await publish('To be locked');
    await asAuthor(site.sandbox).call('PUT', `/issues/${post}/lock`, {});
    expectRefusal(await write('Too late', { post }), 403, 'locked');
    expectRefusal(await ask(reader, 'PUT', `${post}/reactions/HEART`), 403, 'locked');
    const rights = (await ask(reader, 'GET', `${post}/participation`)).body;
    expect(rights).toMatchObject({ canComment: false, whyNot: 'locked', canReact: false });
    const owner = (await ask(author, 'GET', `${post}/participation`)).body;
    expect(owner).toMatchObject({ canComment: true, whyNot: null, canEdit: true });
  });

  it('deleted', async () => {
    const post = await publish('To be deleted');
    const node = await asAuthor(site.sandbox).call('GET', `/issues/${post}`);
    const { graphqlAsAuthor } = await import('../support/github');
    const id = typeof node === 'object' && node !== null ? Reflect.get(node, 'node_id') : '';
    await graphqlAsAuthor(
      site.sandbox,
      'mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }',
      { id },
    );
    expectRefusal(await write('Too late', { post }), 404, 'not-a-post');
  });

  it('unpublished', async () => {
    const post = await publish('To be withdrawn');
    await asAuthor(site.sandbox).call('DELETE', `/issues/${post}/labels/Publish`);
    await until(async () => (await fetch(`${site.url}/post/${post}`)).status === 404);
    expectRefusal(await write('Too late', { post }), 404, 'not-a-post');
    expect((await bodiesOf(post)).includes('Too late')).toBe(false);
  });

  it('a comment deleted elsewhere while it was edited', async () => {
    const { body } = await write('Here today');
    const address = `${number}/comments/${body.id}`;
    const { version } = (await ask(reader, 'GET', address)).body;
    await asAuthor(site.sandbox).call('DELETE', `/issues/comments/${body.id}`);
    const change = { body: 'Here tomorrow', version };
    expectRefusal(await ask(reader, 'PATCH', address, change), 404, 'no-such-comment');
  });

  it('a comment edited elsewhere while it was edited', async () => {
    const { body } = await write('First');
    const address = `${number}/comments/${body.id}`;
    const { version } = (await ask(reader, 'GET', address)).body;
    await asReader(site.sandbox).call('PATCH', `/issues/comments/${body.id}`, { body: 'Second' });
    const change = { body: 'Third', version };
    expectRefusal(await ask(reader, 'PATCH', address, change), 409, 'changed-meanwhile');
    expect(await bodiesOf()).toContain('Second');
  });

  it('the sign-in revoked mid-comment', async () => {
    const leaving = await signIn(site, 'reader');
    await control(site.sandbox, 'POST', '/tokens/revoke', { login: 'hubot' });
    expectRefusal(await write('Still there?', { client: leaving }), 401, 'signed-out');
    expect(leaving.cookie()).toBe('');
    reader = await signIn(site, 'reader');
    expect(await bodiesOf()).not.toContain('Still there?');
  });
});

describe('reactions', () => {
  it('are given and taken back, on a post and on a comment, with names', async () => {
    const { body } = await write('React to this');
    for (const subject of [`${number}`, `${number}/comments/${body.id}`]) {
      const given = await ask(reader, 'PUT', `${subject}/reactions/ROCKET`);
      expect(given.body).toEqual({ ROCKET: { count: 1, viewerHasReacted: true, who: ['hubot'] } });
      const again = await ask(reader, 'PUT', `${subject}/reactions/ROCKET`);
      expect(again.body).toEqual(given.body);
      const both = await ask(author, 'PUT', `${subject}/reactions/ROCKET`);
      expect(both.body).toMatchObject({ ROCKET: { count: 2, who: ['hubot', 'octocat'] } });
    }
    const { reactions } = (await ask(reader, 'GET', `${number}/participation`)).body;
    expect(reactions).toMatchObject({
      post: { ROCKET: { count: 2, viewerHasReacted: true } },
      [String(body.id)]: { ROCKET: { count: 2, viewerHasReacted: true } },
    });
    const back = await ask(reader, 'DELETE', `${number}/reactions/ROCKET`);
    expect(back.body).toEqual({ ROCKET: { count: 1, viewerHasReacted: false, who: ['octocat'] } });
  });

  it('reach the page of everybody else, although GitHub tells nobody', async () => {
    const post = await publish('Liked');
    await ask(reader, 'PUT', `${post}/reactions/HOORAY`);
    const html = await (await fetch(`${site.url}/post/${post}`)).text();
    expect(html).toMatch(/hooray/i);
  });
});

it('costs the blog no calls when somebody asks and asks', async () => {
  const { body } = await write('Ask for this');
  // The delivery of it, and what follows, is the blog's own affair.
  await until(async () => {
    const html = await (await fetch(`${site.url}/post/${number}`)).text();
    return html.includes('Ask for this');
  });
  const left = async () => {
    const response = await fetch(`${site.sandbox.url}/rate_limit`, {
      headers: { authorization: `token ${DEMO_TOKENS.bot}` },
    });
    const { resources } = await response.json();
    return [resources.core.remaining, resources.graphql.remaining];
  };
  await until(async () => {
    const before = await left();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return String(before) === String(await left());
  });
  const before = await left();
  for (let count = 0; count < 10; count += 1) {
    const source = await ask(reader, 'GET', `${number}/comments/${body.id}`);
    expect(source.body.body).toBe('Ask for this');
    expect((await ask(reader, 'GET', `${number}/participation`)).status).toBe(200);
    expectRefusal(await ask(reader, 'GET', `${90_000 + count}/participation`), 404, 'not-a-post');
  }
  expect(await left()).toEqual(before);
});
