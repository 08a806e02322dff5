import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiCalls, asAuthor, control } from '../support/github';
import { startTestSite, type TestSite, until, WEBHOOK_SECRET } from '../support/site';

const JSON_TYPE = 'application/json';
const ISSUE = { number: 1, title: 'A post', updated_at: '2025-01-01T00:00:00Z' };
const OPENED = { action: 'opened', issue: ISSUE, repository: { full_name: 'octocat/blog' } };

describe('the webhook route', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite();
  });

  afterAll(() => site.close());

  function sign(body: string, secret = WEBHOOK_SECRET): string {
    return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  }

  function deliver(body: string, headers: Record<string, string> = {}) {
    return fetch(`${site.url}/api/webhook`, {
      method: 'POST',
      body,
      headers: {
        'content-type': JSON_TYPE,
        'x-github-event': 'issues',
        'x-github-delivery': 'd-1',
        'x-hub-signature-256': sign(body),
        ...headers,
      },
    });
  }

  it.each([
    ['missing', ''],
    ['wrong', sign('another body')],
    ['by another secret', sign(JSON.stringify(OPENED), 'another secret')],
    ['truncated', sign(JSON.stringify(OPENED)).slice(0, -2)],
    ['in another alphabet', 'sha256=zzzz'],
    ['of the old kind', `sha1=${'0'.repeat(40)}`],
  ])('answers 401 to a signature that is %s, and asks GitHub nothing', async (_, signature) => {
    await control(site.sandbox, 'DELETE', '/requests');
    const secretText = 'never to be logged';
    const body = JSON.stringify({ ...OPENED, secretText });
    const response = await deliver(body, { 'x-hub-signature-256': signature });
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(/signature/i);
    expect((await apiCalls(site.sandbox)).count).toBe(0);
    expect(site.output()).not.toContain(secretText);
  });

  it.each([
    ['that is not JSON', '{"action": ', {}, 400],
    ['that is empty', '', {}, 400],
    ['that is a list', '[]', {}, 422],
    ['that is null', 'null', {}, 422],
    ['of another type', '<xml/>', { 'content-type': 'text/xml' }, 415],
    [
      'that is a form without a payload',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
    ],
    ['without an event', '{}', { 'x-github-event': '' }, 400],
  ])('answers a signed body %s with the right status', async (_, body, headers, status) => {
    const response = await deliver(body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });

  it('takes a form with the JSON in its payload', async () => {
    const body = new URLSearchParams({ payload: JSON.stringify(OPENED) }).toString();
    const response = await deliver(body, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(response.status).toBe(200);
  });

  it.each([
    ['an event it does not know', 'sponsorship', OPENED],
    ['an action it does not know', 'issues', { ...OPENED, action: 'frobnicated' }],
    ["another repository's event", 'issues', { ...OPENED, repository: { full_name: 'a/b' } }],
    ['a ping', 'ping', { zen: 'Design for failure.' }],
    ['an issue without anything', 'issues', { action: 'opened' }],
  ])('answers 2xx to %s', async (_, event, payload) => {
    const response = await deliver(JSON.stringify(payload), { 'x-github-event': event });
    expect(response.status).toBe(200);
  });

  it('answers 405 to other methods', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await fetch(`${site.url}/api/webhook`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    }
  });

  it('answers 413 to a body over 25 MB, before it has arrived', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${site.url}/api/webhook`, {
        method: 'POST',
        headers: {
          'content-type': JSON_TYPE,
          'content-length': 26 * 1024 * 1024,
          'x-hub-signature-256': 'sha256=0',
        },
      });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.write('{');
    });
    expect(status).toBe(413);
  });

  it('names the paths it could not refresh, and does so when redelivered', async () => {
    const author = asAuthor(site.sandbox);
    const number = await author.createIssue({ title: 'Again', body: 'One.', labels: ['Publish'] });
    await until(async () => (await fetch(`${site.url}/post/${number}`)).ok);
    await control(site.sandbox, 'POST', '/faults', { api: { mode: '502' } });
    const body = JSON.stringify({
      ...OPENED,
      action: 'edited',
      issue: { number, title: 'Again', updated_at: new Date().toISOString() },
    });
    const failed = await deliver(body);
    expect(failed.status).toBe(503);
    expect(await failed.text()).toContain('GitHub');
    await control(site.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
  });
});

describe('the webhook route without a secret', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite({ env: { GITHUB_WEBHOOK_SECRET: '' } });
  });

  afterAll(() => site.close());

  it('answers 503 and says what to set', async () => {
    const response = await fetch(`${site.url}/api/webhook`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('GITHUB_WEBHOOK_SECRET');
  });
});
