/** Writing through the built site's routes, by people who may and people who may not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAuthor, control, type GitHubUser } from '../support/github';
import { type Client, openClient, signIn } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;
let owner: GitHubUser;
let author: Client;
let stranger: Client;

beforeAll(async () => {
  site = await startTestSite({ env: { PUBLISH_AUTHORS: 'collaborators' } });
  owner = asAuthor(site.sandbox);
  [author, stranger] = [await signIn(site, 'author'), await signIn(site, 'reader')];
});

afterAll(() => site?.close());

interface Told {
  status: number;
  body: Record<string, unknown>;
  code: string;
  message: string;
}

async function ask(
  client: Client,
  method: string,
  path: string,
  body?: unknown,
  headers?: HeadersInit,
): Promise<Told> {
  const response = await client.send(method, path, body, headers);
  const answer: Record<string, unknown> = Object(JSON.parse((await response.text()) || '{}'));
  const error = Object(answer.error);
  return {
    status: response.status,
    body: answer,
    code: String(error.code ?? ''),
    message: String(error.message ?? ''),
  };
}

let count = 0;

function newPost(changes: Record<string, unknown> = {}) {
  count += 1;
  const title = `Over HTTP ${count}`;
  return {
    key: `http-text-${count}`,
    title,
    body: 'Words.',
    tags: [],
    series: null,
    intent: 'publish',
    ...changes,
  };
}

describe('an author', () => {
  it('publishes a post that readers see', async () => {
    const post = newPost({ tags: ['emacs'] });
    const told = await ask(author, 'POST', '/api/posts', post);
    expect(told.status).toBe(201);
    expect(told.body).toMatchObject({ standing: 'published', missing: [] });
    const path = `/post/${told.body.number}`;
    await until(async () => (await fetch(site.url + path)).ok);
    const page = await (await fetch(site.url + path)).text();
    expect(page).toContain('Words.');
    expect(page).toContain('/tag/emacs');
  });

  it('is shown in the preview what the page shows, to the letter', async () => {
    const body = '## One\n\n- two\n\n`three` and **four**\n';
    const told = await ask(author, 'POST', '/api/posts', newPost({ body }));
    const number = Number(told.body.number);
    const preview = await ask(author, 'POST', '/api/preview', { kind: 'post', number, body });
    expect(preview.status).toBe(200);
    await until(async () => (await fetch(`${site.url}/post/${number}`)).ok);
    const page = await (await fetch(`${site.url}/post/${number}`)).text();
    for (const part of ['<code>three</code> and <strong>four</strong>', '<li>two</li>']) {
      expect(String(preview.body.html)).toContain(part);
      expect(page).toContain(part);
    }
  });

  it.each([['down'], ['rate-limited']])(
    'is told that GitHub is %s, and nothing is opened',
    async (mode) => {
      const post = newPost();
      await control(site.sandbox, 'POST', '/faults', { api: { mode } });
      const told = await ask(author, 'POST', '/api/posts', post);
      await control(site.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
      expect([429, 503]).toContain(told.status);
      expect(told.message).toContain('text is kept');
      const again = await ask(author, 'POST', '/api/posts', post);
      expect(again.status).toBe(201);
      const issues = await owner.call('GET', '/issues?state=all&per_page=100');
      const same = (Array.isArray(issues) ? issues : []).filter(
        ({ title }) => title === post.title,
      );
      expect(same.length).toBe(1);
    },
  );

  it('pressing twice opens one issue', async () => {
    const post = newPost();
    const [one, other] = await Promise.all([
      ask(author, 'POST', '/api/posts', post),
      ask(author, 'POST', '/api/posts', post),
    ]);
    expect(one.body.number).toBe(other.body.number);
  });

  it('sends an image of 20 MB in vain', async () => {
    const data = Buffer.alloc(20 * 1024 * 1024, 1).toString('base64');
    const told = await ask(author, 'POST', '/api/uploads', { name: 'a.png', data });
    expect(told.status).toBe(413);
  });

  it('sends a program called a.png in vain', async () => {
    const data = Buffer.from('MZ a program').toString('base64');
    const told = await ask(author, 'POST', '/api/uploads', { name: 'a.png', data });
    expect([told.status, told.code]).toEqual([415, 'image-type']);
    expect(told.message).toContain('PNG');
  });
});

describe('a stranger with PUBLISH_AUTHORS=collaborators', () => {
  it('proposes, and nothing appears', async () => {
    const told = await ask(stranger, 'POST', '/api/posts', newPost());
    expect(told.status).toBe(201);
    expect(told.body).toMatchObject({ standing: 'proposed', path: null });
    expect((await fetch(`${site.url}/post/${told.body.number}`)).status).toBe(404);
  });

  it('cannot open, save or illustrate what is not theirs: 403, with a sentence', async () => {
    const number = await owner.createIssue({ title: 'Mine', body: 'Text', labels: ['Publish'] });
    const changes = {
      version: 'x',
      title: 'Yours',
      body: 'Gone',
      tags: [],
      tagsBefore: [],
      series: null,
      intent: 'keep',
    };
    for (const told of [
      await ask(stranger, 'GET', `/api/posts/${number}/source`),
      await ask(stranger, 'PATCH', `/api/posts/${number}`, changes),
      await ask(stranger, 'POST', '/api/uploads', {
        name: 'a.gif',
        data: Buffer.from('GIF89a').toString('base64'),
      }),
    ]) {
      expect(told.status).toBe(403);
      expect(told.message).toMatch(/\w.*\.$/);
    }
    expect(Object(await owner.call('GET', `/issues/${number}`)).body).toBe('Text');
  });
});

describe('nobody', () => {
  it('who is not signed in writes anything', async () => {
    const nobody = openClient(site);
    for (const [method, path] of [
      ['GET', '/api/writing'],
      ['POST', '/api/posts'],
      ['PATCH', '/api/posts/1'],
      ['GET', '/api/posts/1/source'],
      ['POST', '/api/uploads'],
      ['POST', '/api/preview'],
    ] as const) {
      const told = await ask(nobody, method, path, method === 'GET' ? undefined : {});
      expect([path, told.status]).toEqual([path, 401]);
    }
  });

  it('on another site writes in an author’s name', async () => {
    for (const [method, path] of [
      ['POST', '/api/posts'],
      ['PATCH', '/api/posts/1'],
      ['POST', '/api/uploads'],
    ] as const) {
      const response = await author.send(method, path, newPost(), {
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      });
      expect([path, response.status]).toEqual([path, 403]);
    }
  });

  it.each([
    ['POST', '/api/posts', { title: 'no key' }, 422],
    ['POST', '/api/posts', { ...newPost(), tags: 'emacs' }, 422],
    ['PATCH', '/api/posts/1', { title: 'x' }, 422],
    ['PATCH', '/api/posts/0', {}, 422],
    ['GET', '/api/posts/12345/source', undefined, 410],
    ['GET', '/api/posts/x/source', undefined, 404],
    ['PUT', '/api/posts', {}, 405],
    ['POST', '/api/preview', { body: 1 }, 422],
    ['POST', '/api/preview', { body: 'x'.repeat(65_537) }, 422],
    ['POST', '/api/preview', { body: 'x'.repeat(700 * 1024) }, 413],
  ])('gets further than %s %s with nonsense', async (method, path, body, status) => {
    const told = await ask(author, method, path, body);
    expect(told.status).toBe(status);
    expect(told.message).not.toBe('');
  });

  it('finds out by a page who reads it', async () => {
    for (const path of ['/new', '/post/1/edit']) {
      const [signedIn, signedOut] = await Promise.all([
        (await author.send('GET', path)).text(),
        (await fetch(site.url + path)).text(),
      ]);
      expect(signedIn).toBe(signedOut);
    }
    expect((await fetch(`${site.url}/post/0/edit`)).status).toBe(404);
  });
});

it('whoever took the permission back meanwhile is signed out, and told that the text is kept', async () => {
  await control(site.sandbox, 'POST', '/tokens/revoke', { login: 'octocat' });
  // The browser asks again by itself, in case another tab has just renewed the sign-in.
  const again = { 'x-session-attempt': '2' };
  const told = await ask(author, 'POST', '/api/posts', newPost(), again);
  expect([told.status, told.code]).toEqual([401, 'signed-out']);
  expect(told.message).toContain('text is kept');
  expect((await ask(author, 'GET', '/api/writing')).status).toBe(401);
});
