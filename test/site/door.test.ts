/** Every route behind the door, as it is built: who does not get in, and in which words. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClient, signIn } from '../support/sign-in';
import { startTestSite, type TestSite } from '../support/site';

const ROUTES = readdirSync('pages/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, code: readFileSync(path.join('pages/api', file), 'utf8') }))
  .filter(({ code }) => code.includes('participantRoute('))
  .map(({ file, code }) => ({
    code,
    address: `/api/${file.replace(/(?:\/index)?\.ts$/, '').replace(/\[\w+\]/g, '1')}`,
  }));

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite();
});

afterAll(() => site.close());

it('leads somewhere', () => {
  expect(ROUTES.length).toBeGreaterThan(2);
});

describe.each(ROUTES)('$address', ({ address, code }) => {
  /** What a client gets for each method that the route knows. */
  async function answersTo(
    client: ReturnType<typeof openClient>,
    methods: readonly string[],
    headers = {},
  ) {
    const answers: { status: number; code: string; message: string; method: string }[] = [];
    for (const method of methods) {
      const response = await client.send(
        method,
        address,
        method === 'GET' ? undefined : {},
        headers,
      );
      if (response.status === 405) {
        expect(response.headers.get('allow')).not.toContain(method);
        continue;
      }
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      const { error } = await response.json();
      answers.push({ method, status: response.status, ...error });
    }
    return answers;
  }

  it('reads its bodies itself', () => {
    expect(code).toMatch(/bodyParser: false/);
  });

  it('is shut for nobody', async () => {
    const answers = await answersTo(openClient(site), ['GET', ...WRITES]);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, code: 'signed-out' });
      expect(answer.message).toContain('Sign in again');
    }
  });

  it('is shut for other sites, in a reader’s name', async () => {
    const client = await signIn(site, 'reader');
    for (const headers of [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      for (const answer of await answersTo(client, WRITES, headers)) {
        expect(answer).toMatchObject({ status: 403, code: 'foreign-origin' });
      }
    }
  });

  it('takes nothing that a form can send', async () => {
    const client = await signIn(site, 'reader');
    const headers = { 'content-type': 'text/plain' };
    for (const answer of await answersTo(client, WRITES, headers)) {
      expect(answer).toMatchObject({ status: 415, code: 'not-json' });
    }
  });
});
