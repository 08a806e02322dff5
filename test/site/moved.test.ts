/** Posts and tags that moved, and issues as the newest magit-forge writes them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAuthor, type GitHubUser, graphqlAsAuthor } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;
let author: GitHubUser;

beforeAll(async () => {
  site = await startTestSite();
  author = asAuthor(site.sandbox);
});

afterAll(() => site?.close());

const ask = (path: string) => fetch(new URL(path, site.url), { redirect: 'manual' });
const text = async (path: string) => (await fetch(new URL(path, site.url))).text();

async function publish(title: string, labels: string[] = []): Promise<number> {
  const number = await author.createIssue({ title, body: 'Text', labels: ['Publish', ...labels] });
  await until(async () => (await fetch(`${site.url}/post/${number}`)).status === 200);
  return number;
}

async function repositoryId(name: string): Promise<string> {
  const query = 'query ($name: String!) { repository(owner: "octocat", name: $name) { id } }';
  return String(Object(await graphqlAsAuthor(site.sandbox, query, { name })).repository.id);
}

/** @returns the id of the issue where it went */
async function transfer(id: string, to: string): Promise<{ id: string; number: number }> {
  const mutation = `mutation ($id: ID!, $to: ID!) {
    transferIssue(input: { issueId: $id, repositoryId: $to, createLabelsIfMissing: true }) {
      issue { id number }
    }
  }`;
  return Object(await graphqlAsAuthor(site.sandbox, mutation, { id, to })).transferIssue.issue;
}

const nodeId = async (number: number) =>
  String(Object(await author.call('GET', `/issues/${number}`)).node_id);

describe('a transferred post', () => {
  it('is gone while it is elsewhere, and redirects once it is back under another number', async () => {
    const number = await publish('Wanderer');
    const away = await transfer(await nodeId(number), await repositoryId('notes'));
    await until(async () => (await ask(`/post/${number}/wanderer`)).status === 404);
    const back = await transfer(away.id, await repositoryId('blog'));
    expect(back.number).not.toBe(number);
    await until(async () => (await ask(`/post/${back.number}/wanderer`)).status === 200);
    // Addresses nobody asked for before: one that was found missing is asked again in a minute.
    const moved = () => ask(`/post/${number}/an-old-address-${Date.now()}`);
    await until(async () => (await moved()).status === 308);
    expect((await moved()).headers.get('location')).toBe(`/post/${back.number}/wanderer`);
  });
});

describe('a renamed label', () => {
  it('leads from its old addresses to the new one', async () => {
    await publish('About editors', ['emacs']);
    await until(async () => (await ask('/tag/emacs')).status === 200);
    await author.call('PATCH', '/labels/emacs', { new_name: 'Text editors' });
    await until(async () => (await ask('/tag/text-editors')).status === 200);
    await until(async () => (await ask('/tag/emacs')).status === 308);
    expect((await ask('/tag/emacs')).headers.get('location')).toBe('/tag/text-editors');
    await author.call('PATCH', '/labels/Text%20editors', { new_name: 'Emacs' });
    await until(async () => (await ask('/tag/emacs')).status === 200);
    await until(async () => (await ask('/tag/text-editors')).status === 308);
  });
});

describe('the newest magit-forge', () => {
  const send = (query: string, input: Record<string, unknown>) =>
    graphqlAsAuthor(site.sandbox, query, { input });

  it('creates, comments, edits, labels and closes by GraphQL', async () => {
    await send(
      'mutation ($input: CreateIssueInput!) { createIssue(input: $input) { clientMutationId } }',
      { repositoryId: await repositoryId('blog'), title: 'By mutation', body: 'Sent by *forge*.' },
    );
    const issues = await author.call('GET', '/issues?per_page=1');
    const { number, node_id: id } = Object(issues)[0];
    const labels = Object(
      await graphqlAsAuthor(
        site.sandbox,
        `query { repository(owner: "octocat", name: "blog") {
          publish: label(name: "publish") { id } writing: label(name: "writing") { id }
        } }`,
      ),
    ).repository;
    const both = `mutation ($id: ID!, $add: [ID!]!, $remove: [ID!]!) {
      addLabelsToLabelable(input: { labelableId: $id, labelIds: $add }) { clientMutationId }
      removeLabelsFromLabelable(input: { labelableId: $id, labelIds: $remove }) { clientMutationId }
    }`;
    await graphqlAsAuthor(site.sandbox, both, {
      id,
      add: [labels.publish.id],
      remove: [labels.writing.id],
    });
    const path = `/post/${number}`;
    await until(async () => (await text(path)).includes('Sent by <em>forge</em>.'));
    await send(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { clientMutationId } }',
      { subjectId: id, body: 'A comment by mutation.' },
    );
    await until(async () => (await text(path)).includes('A comment by mutation.'));
    const update =
      'mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { clientMutationId } }';
    await send(update, { id, title: 'By another', body: 'Edited.' });
    await until(async () => (await text(`/post/${number}/by-another`)).includes('Edited.'));
    await send(update, { id, state: 'CLOSED' });
    await graphqlAsAuthor(site.sandbox, both, {
      id,
      add: [labels.writing.id],
      remove: [labels.publish.id],
    });
    await until(async () => (await ask(`/post/${number}/by-another`)).status === 404);
  });
});
