import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, openClient, signIn } from '../support/sign-in';
import { startTestSite, type TestSite } from '../support/site';

describe('signing in', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite();
  });

  afterAll(() => site.close());

  const viewerOf = async (client: ReturnType<typeof openClient>) => {
    const response = await client.send('GET', '/api/session');
    expect(response.status).toBe(200);
    return (await response.json()).viewer;
  };

  it('says who is signed in, and signs out', async () => {
    const client = await signIn(site, 'reader');
    expect(await viewerOf(client)).toMatchObject({ login: 'hubot', mayWrite: true });
    const out = await client.send('POST', '/api/auth/sign-out', {});
    expect(out.status).toBe(200);
    expect(client.cookie()).toBe('');
    expect(await viewerOf(client)).toBeNull();
  });

  it('returns to where the reader was', async () => {
    const client = openClient(site);
    const returnTo = '/post/1/a-title?page=2#comment-5';
    const { callback } = await agree(site, client, 'reader', returnTo);
    const back = await client.send('GET', callback);
    expect(back.headers.get('location')).toBe(returnTo);
  });
});
