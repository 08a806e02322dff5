import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CLIENT } from '../../lib/sandbox/oauth/demo-app';
import { asAuthor, control } from '../support/github';
import { agree, type Client, openClient, signIn } from '../support/sign-in';
import { freePort, startSecondServer, startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite();
  await asAuthor(site.sandbox).createIssue({ title: 'A post', body: 'x', labels: ['Publish'] });
  await until(async () => (await fetch(`${site.url}/post/1`)).ok);
});

afterAll(() => site.close());

afterEach(async () => {
  site.sandbox.store.clock.offset = 0;
  await control(site.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
});

async function viewerOf(client: Client): Promise<unknown> {
  const response = await client.send('GET', '/api/session');
  expect(response.status).toBe(200);
  return (await response.json()).viewer;
}

/** Follows the answer to the page that says what went wrong. */
async function problemAfter(client: Client, response: Response) {
  expect(response.status).toBe(303);
  const page = await client.send('GET', response.headers.get('location') ?? '');
  return { status: page.status, html: await page.text() };
}

/** All that opens a door to somebody's account. */
function secrets(): string[] {
  const tokens = [...site.sandbox.store.tokens.values()].filter(({ appId }) => appId !== null);
  return [
    ...tokens.flatMap(({ token, refreshToken }) => [
      token,
      ...(refreshToken ? [refreshToken] : []),
    ]),
    DEMO_CLIENT.secret,
    site.settings.SESSION_SECRET ?? '',
  ];
}

describe('signing in', () => {
  it('says who is signed in', async () => {
    const client = await signIn(site, 'reader');
    expect(await viewerOf(client)).toEqual({
      login: 'hubot',
      name: expect.any(String),
      avatarUrl: expect.stringMatching(/^http/),
      url: `${site.sandbox.url}/hubot`,
      mayWrite: true,
    });
  });

  it('asks GitHub with a state and a PKCE challenge, for nothing more than its App may', async () => {
    const client = openClient(site);
    const { authorize } = await agree(site, client, 'reader');
    const asked = Object.fromEntries(authorize.searchParams);
    expect(asked).toEqual({
      client_id: DEMO_CLIENT.id,
      redirect_uri: `${site.url}/api/auth/callback`,
      state: expect.stringMatching(/^[\w-]{32}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it.each(['/', '/post/1/a-post?page=2#comment-5', '/tag/%D8%B9%D8%B1%D8%A8%D9%8A'])(
    'returns to %s, exactly',
    async (returnTo) => {
      const client = openClient(site);
      const { callback } = await agree(site, client, 'reader', returnTo);
      const back = await client.send('GET', callback);
      expect(back.headers.get('location')).toBe(returnTo);
    },
  );

  it('returns to the page that led here when the link did not say', async () => {
    const client = openClient(site);
    const referer = `${site.url}/post/1/a-post`;
    const out = await client.send('GET', '/api/auth/sign-in', undefined, { referer });
    const authorize = new URL(out.headers.get('location') ?? '');
    const answer = await fetch(`${site.sandbox.url}/login/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams([...authorize.searchParams, ['decision', 'cancel']]),
    });
    const back = await client.send('GET', answer.headers.get('location') ?? '');
    expect(back.headers.get('location')).toBe('/post/1/a-post');
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example/',
    '/.//evil.example',
    '/\t/evil.example',
    '/post/1\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    '/api/auth/sign-out',
  ])('does not lead away to %j', async (returnTo) => {
    const client = openClient(site);
    const { callback } = await agree(site, client, 'reader', returnTo);
    const back = await client.send('GET', callback);
    expect(back.headers.get('location')).toBe('/');
    expect(back.headers.getSetCookie().some((cookie) => cookie.startsWith('a='))).toBe(false);
  });

  it('works in two tabs at once', async () => {
    const client = openClient(site);
    const one = await agree(site, client, 'reader', '/post/1');
    const other = await agree(site, client, 'reader', '/archive');
    const first = await client.send('GET', one.callback);
    const second = await client.send('GET', other.callback);
    expect([first, second].map((answer) => answer.headers.get('location'))).toEqual([
      '/post/1',
      '/archive',
    ]);
  });

  it('begins again under the public name for whoever came under another', async () => {
    const other = site.url.replace('127.0.0.1', 'localhost');
    const moved = await fetch(`${other}/api/auth/sign-in?return=/post/1`, { redirect: 'manual' });
    const address = new URL(moved.headers.get('location') ?? '');
    expect(address.origin).toBe(site.url);
    expect(address.searchParams.get('return')).toBe('/post/1');
    const again = await fetch(`${other}${address.pathname}${address.search}`, {
      redirect: 'manual',
    });
    expect(again.headers.get('location')).toContain('/login/oauth/authorize');
  });

  it('brings who says no back, with a word', async () => {
    const client = openClient(site);
    const { callback } = await agree(site, client, 'reader', '/post/1/a-post', 'cancel');
    const back = await client.send('GET', callback);
    expect(back.headers.get('location')).toBe('/post/1/a-post');
    expect(client.cookie()).toBe('issuepress-notice=denied');
  });
});

describe('the callback', () => {
  it('refuses a forged state, with a way on', async () => {
    const client = openClient(site);
    await agree(site, client, 'reader');
    const forged = await client.send('GET', '/api/auth/callback?code=abc&state=forged');
    const { status, html } = await problemAfter(client, forged);
    expect(status).toBe(400);
    expect(html).toContain('begin again');
    expect(html).toContain('href="/api/auth/sign-in?return=%2F"');
    expect(await viewerOf(client)).toBeNull();
  });

  it.each(['', '?code=abc', '?state=x', '?state=a&state=b&code=c', '?error=access_denied'])(
    'refuses “%s”',
    async (query) => {
      const client = openClient(site);
      const answer = await client.send('GET', `/api/auth/callback${query}`);
      expect((await problemAfter(client, answer)).status).toBe(400);
      expect(client.cookie()).toBe('');
    },
  );

  it('refuses to sign a browser in that did not ask for it', async () => {
    const attacker = openClient(site);
    const { callback } = await agree(site, attacker, 'author');
    const victim = openClient(site);
    const answer = await victim.send('GET', callback);
    expect((await problemAfter(victim, answer)).status).toBe(400);
    expect(await viewerOf(victim)).toBeNull();
  });

  it('is good for one use, and a replay takes nothing away', async () => {
    const client = openClient(site);
    const { callback } = await agree(site, client, 'reader');
    await client.send('GET', callback);
    const replay = await client.send('GET', callback);
    expect((await problemAfter(client, replay)).status).toBe(400);
    expect(await viewerOf(client)).toMatchObject({ login: 'hubot' });
  });

  it('refuses a replayed code even with its cookie', async () => {
    const client = openClient(site);
    const { callback } = await agree(site, client, 'reader');
    const thief = openClient(site, client.cookie());
    await client.send('GET', callback);
    const replay = await thief.send('GET', callback);
    const { status, html } = await problemAfter(thief, replay);
    expect(status).toBe(400);
    expect(html).toContain('was used already');
    expect(await viewerOf(thief)).toBeNull();
  });

  it('says so when GitHub is down, and offers to try again from the same place', async () => {
    const client = openClient(site);
    const { callback } = await agree(site, client, 'reader', '/post/1/a-post#discussion');
    await control(site.sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    const { status, html } = await problemAfter(client, await client.send('GET', callback));
    expect(status).toBe(503);
    expect(html).toContain('GitHub does not answer at the moment');
    expect(html).toContain('href="/api/auth/sign-in?return=%2Fpost%2F1%2Fa-post%23discussion"');
    expect(html).toContain('href="/post/1/a-post#discussion"');
  });

  it('answers nothing but GET', async () => {
    const answer = await openClient(site).send('POST', '/api/auth/callback', {});
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });
});

describe('the session', () => {
  it('is a sealed cookie that no script and no other site gets', async () => {
    const client = openClient(site);
    const { callback } = await agree(site, client, 'reader');
    const cookies = (await client.send('GET', callback)).headers.getSetCookie();
    const cookie = cookies.find((line) => line.startsWith('issuepress-session='));
    expect(cookie).toMatch(/; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/);
    expect((cookie ?? '').length).toBeLessThan(3_000);
    const hint = cookies.find((line) => line.startsWith('issuepress-viewer='));
    expect(hint).toContain('SameSite=Lax');
    for (const line of cookies) {
      for (const secret of secrets()) expect(decodeURIComponent(line)).not.toContain(secret);
    }
  });

  it.each([
    ['nonsense', 'issuepress-session=nonsense'],
    ['nothing', 'issuepress-session='],
    ['a seal of another form', 'issuepress-session=Fe26.2*1*a*b*c*d*e*f~2'],
  ])('with %s is nobody', async (_, cookie) => {
    expect(await viewerOf(openClient(site, cookie))).toBeNull();
  });

  it('sealed by another secret is simply signed out', async () => {
    const client = await signIn(site, 'reader');
    const settings = { ...site.settings, SESSION_SECRET: 'quite another secret of 32 characters' };
    const other = await startSecondServer({ ...site, settings });
    const elsewhere = openClient(other, client.cookie());
    expect(await viewerOf(elsewhere)).toBeNull();
    expect(elsewhere.cookie()).toBe('');
    await other.close();
  });

  it('of a way begun is no session', async () => {
    const client = openClient(site);
    await agree(site, client, 'reader');
    const [, sealed] = /issuepress-sign-in-[^=]+=([^;]+)/.exec(client.cookie()) ?? [];
    expect(sealed).toBeTruthy();
    expect(await viewerOf(openClient(site, `issuepress-session=${sealed}`))).toBeNull();
  });

  it('outlives its tokens: they are renewed, once for two tabs at once', async () => {
    const client = await signIn(site, 'reader');
    const old = client.cookie();
    site.sandbox.store.clock.advance(9 * 3_600_000);
    const tabs = [openClient(site, old), openClient(site, old)];
    const viewers = await Promise.all(tabs.map(viewerOf));
    for (const viewer of viewers) expect(viewer).toMatchObject({ login: 'hubot' });
    for (const tab of tabs) {
      expect(tab.cookie()).not.toBe(old);
      expect(await viewerOf(tab)).toMatchObject({ login: 'hubot' });
    }
    const late = openClient(site, old);
    expect(await viewerOf(late)).toMatchObject({ login: 'hubot' });
  });

  it('renewed at another instance is asked for once more, and kept', async () => {
    const client = await signIn(site, 'reader');
    const old = client.cookie();
    site.sandbox.store.clock.advance(9 * 3_600_000);
    expect(await viewerOf(client)).toMatchObject({ login: 'hubot' });
    const other = await startSecondServer(site);
    const tab = openClient(other, old);
    const first = await tab.send('GET', '/api/session');
    expect(first.status).toBe(401);
    expect((await first.json()).error.code).toBe('renewed-elsewhere');
    expect(tab.cookie()).toBe(old);
    const again = openClient(other, client.cookie());
    expect(await viewerOf(again)).toMatchObject({ login: 'hubot' });
    const dead = await tab.send('GET', '/api/session', undefined, { 'x-session-attempt': '2' });
    expect(await dead.json()).toEqual({ canSignIn: true, viewer: null });
    expect(tab.cookie()).toBe('');
    await other.close();
  });

  it('ends when the person takes their leave back on GitHub', async () => {
    const client = await signIn(site, 'reader');
    await control(site.sandbox, 'POST', '/tokens/revoke', { login: 'hubot' });
    const headers = { 'x-session-attempt': '2' };
    const response = await client.send('GET', '/api/session', undefined, headers);
    expect(await response.json()).toEqual({ canSignIn: true, viewer: null });
    expect(client.cookie()).toBe('');
  });

  it('lasts while GitHub is down', async () => {
    const client = await signIn(site, 'reader');
    await control(site.sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    expect(await viewerOf(client)).toMatchObject({ login: 'hubot' });
  });

  it('does not show in a page, which is the same for everybody', async () => {
    const client = await signIn(site, 'author');
    const mine = await (await client.send('GET', '/post/1/a-post')).text();
    const theirs = await (await fetch(`${site.url}/post/1/a-post`)).text();
    expect(mine).toBe(theirs);
    expect(mine).toContain('href="/api/auth/sign-in?return=%2Fpost%2F1%2Fa-post"');
  });

  it('never shows a token: not in answers, not in addresses, not in the log', async () => {
    const client = openClient(site);
    const { callback } = await agree(site, client, 'author', '/post/1/a-post');
    const answers = [await client.send('GET', callback)];
    for (const path of ['/api/session', '/post/1/a-post', '/api/health', '/sign-in', '/']) {
      answers.push(await client.send('GET', path));
    }
    await client.send('GET', callback);
    answers.push(await client.send('POST', '/api/auth/sign-out', { return: '/' }));
    const live = secrets();
    expect(live.length).toBeGreaterThan(3);
    const said = [site.output()];
    for (const answer of answers) {
      said.push(await answer.text(), decodeURIComponent(JSON.stringify([...answer.headers])));
    }
    for (const secret of live) expect(said.join('\n')).not.toContain(secret);
  });
});

describe('signing out', () => {
  it('ends the session here and the token on GitHub', async () => {
    const before = new Set(site.sandbox.store.tokens.keys());
    const client = await signIn(site, 'reader');
    const [token] = [...site.sandbox.store.tokens.keys()].filter((key) => !before.has(key));
    expect(token).toMatch(/^ghu_/);
    const out = await client.send('POST', '/api/auth/sign-out', {});
    expect(out.status).toBe(200);
    expect(client.cookie()).toBe('');
    expect(await viewerOf(client)).toBeNull();
    expect(site.sandbox.store.tokens.has(token ?? '')).toBe(false);
  });

  it('works by a plain form, and stays on the page', async () => {
    const client = await signIn(site, 'reader');
    const out = await fetch(`${site.url}/api/auth/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: client.cookie(), origin: site.url },
      body: new URLSearchParams({ return: '/post/1/a-post' }),
    });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/post/1/a-post']);
    const cleared = out.headers.getSetCookie().filter((line) => line.includes('Max-Age=0'));
    expect(cleared.map((line) => line.split('=')[0])).toEqual([
      'issuepress-session',
      'issuepress-viewer',
    ]);
  });

  it.each([
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'null', 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' }],
  ])('is not done for another site: %j', async (headers) => {
    const client = await signIn(site, 'reader');
    const out = await client.send('POST', '/api/auth/sign-out', {}, headers);
    expect(out.status).toBe(403);
    expect((await out.json()).error.code).toBe('foreign-origin');
    expect(await viewerOf(client)).toMatchObject({ login: 'hubot' });
  });

  it('is not done by a link', async () => {
    const client = await signIn(site, 'reader');
    expect((await client.send('GET', '/api/auth/sign-out')).status).toBe(405);
    expect(await viewerOf(client)).toMatchObject({ login: 'hubot' });
  });
});

describe('other settings', () => {
  it('without sign-in offer none, and say so to whoever asks', async () => {
    const plain = await startTestSite({ env: { SESSION_SECRET: '' } });
    const client = openClient(plain);
    const answer = await client.send('GET', '/api/session');
    expect(await answer.json()).toEqual({ canSignIn: false, viewer: null });
    expect(await (await client.send('GET', '/')).text()).not.toContain('sign-in');
    const { status, html } = await problemAfter(
      client,
      await client.send('GET', '/api/auth/sign-in'),
    );
    expect(status).toBe(404);
    expect(html).toContain('not set up');
    await plain.close();
  });

  it('with TLS keep the cookies to it', async () => {
    const secure = await startTestSite({ env: { SITE_URL: 'https://blog.example.com' } });
    const client = openClient(secure);
    const out = await client.send('GET', '/api/auth/sign-in?moved=1');
    expect(out.headers.getSetCookie()[0]).toMatch(/; SameSite=Lax; HttpOnly; Secure$/);
    const authorize = new URL(out.headers.get('location') ?? '');
    expect(authorize.searchParams.get('redirect_uri')).toBe(
      'https://blog.example.com/api/auth/callback',
    );
    const left = await client.send('POST', '/api/auth/sign-out', {});
    expect(left.headers.getSetCookie()[0]).toMatch(
      /^__Host-issuepress-session=; Path=\/;.*Secure$/,
    );
    await secure.close();
  });

  it('with a GitHub whose pages do not answer say so', async () => {
    const gone = `http://127.0.0.1:${await freePort()}`;
    const cut = await startTestSite({ env: { GITHUB_SERVER_URL: gone } });
    const client = openClient(cut);
    const out = await client.send('GET', '/api/auth/sign-in?return=/post/1');
    const state = new URL(out.headers.get('location') ?? '').searchParams.get('state');
    const back = await client.send('GET', `/api/auth/callback?code=abc&state=${state}`);
    const { status, html } = await problemAfter(client, back);
    expect(status).toBe(503);
    expect(html).toContain('GitHub does not answer at the moment');
    await cut.close();
  });
});
