import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMovedFinder } from '../../lib/github/find-moved';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { asAuthor, graphqlAsAuthor } from '../support/github';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox?.close());

const finder = () =>
  createMovedFinder({
    credentials: { kind: 'token', token: DEMO_TOKENS.bot },
    repository: { owner: 'OctoCat', name: 'Blog' },
    apiUrl: sandbox.url,
  });

async function transfer(id: string, name: string): Promise<{ id: string; number: number }> {
  const find = 'query ($name: String!) { repository(owner: "octocat", name: $name) { id } }';
  const to = Object(await graphqlAsAuthor(sandbox, find, { name })).repository.id;
  const mutation = `mutation ($id: ID!, $to: ID!) {
    transferIssue(input: { issueId: $id, repositoryId: $to }) { issue { id number } }
  }`;
  return Object(await graphqlAsAuthor(sandbox, mutation, { id, to })).transferIssue.issue;
}

it('finds an issue that came back under another number, and no other', async () => {
  const author = asAuthor(sandbox);
  const stays = await author.createIssue({ title: 'Stays' });
  const leaves = await author.createIssue({ title: 'Leaves' });
  const { node_id: id } = Object(await author.call('GET', `/issues/${leaves}`));
  const away = await transfer(id, 'notes');
  expect(await finder()(leaves)).toBeNull();
  const back = await transfer(away.id, 'blog');
  expect(await finder()(leaves)).toBe(back.number);
  expect(await finder()(stays)).toBeNull();
  expect(await finder()(999)).toBeNull();
});

it('counts an issue as gone where GitHub does not answer', async () => {
  const lost = createMovedFinder({
    credentials: { kind: 'token', token: 'x' },
    repository: { owner: 'octocat', name: 'blog' },
    apiUrl: 'http://127.0.0.1:1',
  });
  expect(await lost(1)).toBeNull();
});
