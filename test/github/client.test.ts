import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createGitHub, type GitHub } from '../../lib/github/client';
import {
  GitHubForbiddenError,
  GitHubNotFoundError,
  GitHubRateLimitError,
  GitHubUnauthorizedError,
  GitHubUnavailableError,
} from '../../lib/github/errors';
import { getIssue } from '../../lib/github/get-issue';
import { listChangedIssues, listLabeledIssues } from '../../lib/github/list-issues';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { apiCalls, asAuthor, control } from '../support/github';

const REPOSITORY = { owner: 'octocat', name: 'blog' };

describe('reading GitHub', () => {
  let sandbox: Sandbox;
  let github: GitHub;

  const clientFor = (token: string, apiUrl = sandbox.url, repository = REPOSITORY) =>
    createGitHub({ credentials: { kind: 'token', token }, repository, apiUrl });

  beforeAll(async () => {
    sandbox = await startSandbox();
    github = clientFor('bot-token');
    await control(sandbox, 'POST', '/issues', {
      issues: Array.from({ length: 230 }, (_, place) => ({
        title: `Post ${place + 1}`,
        body: 'Text.',
        author: 'octocat',
        createdAt: new Date(Date.UTC(2024, 0, 1, 0, place)).toISOString(),
        labels: ['Publish'],
        comments:
          place === 0
            ? Array.from({ length: 250 }, (_each, order) => ({
                author: 'hubot',
                body: `Comment ${order + 1}`,
                createdAt: new Date(Date.UTC(2024, 1, 1, 0, order)).toISOString(),
              }))
            : [],
      })),
    });
  });

  afterEach(async () => {
    await control(sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
    await control(sandbox, 'DELETE', '/requests');
  });

  afterAll(() => sandbox.close());

  it('costs one call for an issue with up to 100 comments', async () => {
    await control(sandbox, 'DELETE', '/requests');
    expect((await getIssue(github, 2))?.title).toBe('Post 2');
    expect((await apiCalls(sandbox)).count).toBe(1);
  });

  it('finds all comments of a longer discussion, in order', async () => {
    await control(sandbox, 'DELETE', '/requests');
    const issue = await getIssue(github, 1);
    expect(issue?.comments.map((comment) => comment.body)).toEqual(
      Array.from({ length: 250 }, (_, order) => `Comment ${order + 1}`),
    );
    expect((await apiCalls(sandbox)).count).toBe(3);
  });

  it('lists all issues with the label, 100 a call, whatever its capitals', async () => {
    await control(sandbox, 'DELETE', '/requests');
    const { issues, labeledCount } = await listLabeledIssues(github, 'pUBLISH');
    expect(new Set(issues.map((issue) => issue.number)).size).toBe(230);
    expect(labeledCount).toBe(230);
    expect((await apiCalls(sandbox)).count).toBe(3);
  });

  it('lists what changed since a time, and says when that is more than it may read', async () => {
    const since = new Date(Date.now() - 1_000);
    await asAuthor(sandbox).call('PATCH', '/issues/7', { title: 'Retitled' });
    const recent = await listChangedIssues(github, 'Publish', since, 3);
    expect(recent.issues.map((issue) => issue.number)).toContain(7);
    expect(recent.truncated).toBe(false);
    const all = await listChangedIssues(github, 'Publish', new Date(0), 2);
    expect(all.truncated).toBe(true);
  });

  it.each([0, -1, 1.5, 2 ** 31, 99_999_999_999])('finds no issue %d, without asking', async (n) => {
    await control(sandbox, 'DELETE', '/requests');
    expect(await getIssue(github, n)).toBeNull();
    expect((await apiCalls(sandbox)).count).toBe(0);
  });

  it('finds no issue that does not exist', async () => {
    expect(await getIssue(github, 9_999)).toBeNull();
  });

  it('takes a repository it cannot see for an error, not for missing posts', async () => {
    const elsewhere = clientFor('bot-token', sandbox.url, { owner: 'octocat', name: 'none' });
    await expect(getIssue(elsewhere, 1)).rejects.toBeInstanceOf(GitHubNotFoundError);
    await expect(listLabeledIssues(elsewhere, 'Publish')).rejects.toBeInstanceOf(
      GitHubNotFoundError,
    );
  });

  it('works with the addresses of an Enterprise server', async () => {
    const enterprise = clientFor('bot-token', `${sandbox.url}/api/v3`);
    expect((await getIssue(enterprise, 2))?.number).toBe(2);
    expect((await apiCalls(sandbox)).requests.at(-1)?.path).toBe('/api/graphql');
  });

  it('says that a token is not accepted, without naming it', async () => {
    const reading = getIssue(clientFor('wrong-token'), 1);
    await expect(reading).rejects.toBeInstanceOf(GitHubUnauthorizedError);
    await expect(reading).rejects.not.toThrow('wrong-token');
  });

  it.each([
    ['401', GitHubUnauthorizedError, 1],
    ['403', GitHubForbiddenError, 1],
    ['rate-limited', GitHubRateLimitError, 1],
    ['secondary', GitHubRateLimitError, 1],
    ['502', GitHubUnavailableError, 3],
    ['down', GitHubUnavailableError, 3],
    ['garbage', GitHubUnavailableError, 3],
    ['empty', GitHubUnavailableError, 3],
  ])(
    'gives the failure %s its name, and tries again only where that helps',
    async (mode, type, calls) => {
      await control(sandbox, 'POST', '/faults', { api: { mode } });
      await control(sandbox, 'DELETE', '/requests');
      await expect(getIssue(github, 2)).rejects.toBeInstanceOf(type);
      expect((await apiCalls(sandbox)).count).toBe(calls);
      expect(github.lastCall()?.failure).toBe(type.name);
    },
  );

  it('tells a refused question from a GitHub that fails, asked either way', async () => {
    const failureOf = async (asking: Promise<unknown>) => {
      await asking.catch(() => null);
      return github.lastCall()?.failure;
    };
    const issue = 'GET /repos/{owner}/{repo}/issues/99999';
    expect(await failureOf(getIssue(github, 99_999))).toBeNull();
    expect(await failureOf(github.rest(issue))).toBeNull();
    await control(sandbox, 'POST', '/faults', { api: { mode: '403' } });
    // One right that a token lacks, such as to read its hooks, is not the end of the blog.
    expect(await failureOf(github.rest(issue))).toBeNull();
    await control(sandbox, 'POST', '/faults', { api: { mode: '401' } });
    expect(await failureOf(github.rest(issue))).toBe('GitHubUnauthorizedError');
  });

  it('knows when the rate limit ends', async () => {
    await control(sandbox, 'POST', '/faults', { api: { mode: 'rate-limited' } });
    const error = await getIssue(github, 2).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GitHubRateLimitError);
    if (error instanceof GitHubRateLimitError) {
      expect(error.resetAt.getTime()).toBeGreaterThan(Date.now());
    }
  });

  it('stops waiting at its deadline', async () => {
    await control(sandbox, 'POST', '/faults', { api: { mode: 'slow', ms: 5_000 } });
    const reading = github.query('query Zen { rateLimit { cost } }', {}, 300);
    await expect(reading).rejects.toBeInstanceOf(GitHubUnavailableError);
  });
});

describe('a server that answers as told', () => {
  const answers: ((request: IncomingMessage, response: ServerResponse) => void)[] = [];
  const asked: string[] = [];
  let server: Server;
  let apiUrl = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization?.slice(0, 12)}`);
      const answer = answers.shift();
      if (answer) answer(request, response);
      else response.writeHead(500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    apiUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });

  afterEach(() => {
    answers.length = 0;
    asked.length = 0;
  });

  afterAll(() => server.close());

  const json = (body: unknown, status = 200, headers = {}) => {
    answers.push((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  };

  it('is asked again after the seconds it names', async () => {
    json({ message: 'You have exceeded a secondary rate limit' }, 403, { 'retry-after': '0' });
    json({ data: { zen: 1 } });
    const github = createGitHub({
      credentials: { kind: 'token', token: 't' },
      repository: REPOSITORY,
      apiUrl,
    });
    expect(await github.query('query Zen { zen }')).toEqual({ zen: 1 });
    expect(asked).toHaveLength(2);
  });

  it('is not asked to write twice when it fails', async () => {
    const github = createGitHub({
      credentials: { kind: 'token', token: 't' },
      repository: REPOSITORY,
      apiUrl,
    });
    const writing = github.query('mutation Write { write }');
    await expect(writing).rejects.toBeInstanceOf(GitHubUnavailableError);
    expect(asked).toHaveLength(1);
  });

  it('gives an App one installation token for many calls', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    const tokenFor = (seconds: number) => ({
      token: `ghs_${'x'.repeat(500)}${seconds}`,
      expires_at: new Date(Date.now() + seconds * 1000).toISOString(),
      permissions: { issues: 'write' },
    });
    const github = createGitHub({
      credentials: { kind: 'app', appId: '1', privateKey: pem },
      repository: REPOSITORY,
      apiUrl,
    });
    json({ id: 42 });
    json(tokenFor(3600), 201);
    json({ data: { zen: 1 } });
    json({ data: { zen: 2 } });
    await github.query('query Zen { zen }');
    await github.query('query Zen { zen }');
    expect(asked.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'GET /repos/octocat/blog/installation',
      'POST /app/installations/42/access_tokens',
      'POST /graphql',
      'POST /graphql',
    ]);
    expect(asked[0]).toContain('bearer ey');
    expect(asked[2]).toContain('token ghs_');
  });
});
