/** Changing the embedded GitHub through GraphQL, over real HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { findRepository, nodeId, type StoreEvent } from '../../lib/sandbox/store';
import { askGraphQL } from './ask-graphql';

let sandbox: Sandbox;
let repositoryId: string;
let labels: Record<string, string>;
let events: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  const { body } = await ask(
    '{ repository(owner: "octocat", name: "blog") { id labels(first: 100) { nodes { id name } } } }',
  );
  repositoryId = body.data.repository.id;
  labels = Object.fromEntries(
    body.data.repository.labels.nodes.map(({ id, name }: Record<string, string>) => [name, id]),
  );
  sandbox.store.onEvent.add((event: StoreEvent) => {
    events.push(`${event.event}.${'action' in event ? event.action : ''}`);
  });
});

afterAll(async () => {
  await sandbox.close();
});

beforeEach(() => {
  events = [];
});

const ask = (query: string, variables?: Record<string, unknown>, token?: string | null) =>
  askGraphQL(sandbox, query, variables, token);

/** Runs one mutation and gives its payload. */
async function change(
  name: string,
  input: Record<string, unknown>,
  selection = 'clientMutationId',
  token?: string,
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
  const { body } = await ask(query, { input }, token);
  if (body.errors) throw Object.assign(new Error(body.errors[0].message), body.errors[0]);
  return body.data[name];
}

async function openIssue(title: string, token?: string): Promise<string> {
  const { issue } = await change('createIssue', { repositoryId, title }, 'issue { id }', token);
  return issue.id;
}

describe('issues', () => {
  test('are created with labels, assignees and an answer that is complete', async () => {
    const { issue, clientMutationId } = await change(
      'createIssue',
      {
        repositoryId,
        title: ' Hello ',
        body: 'World',
        labelIds: [labels.Publish],
        clientMutationId: 'one',
      },
      'clientMutationId issue { number title body labels(first: 5) { nodes { name } } author { login } }',
    );
    expect(clientMutationId).toBe('one');
    expect(issue).toMatchObject({
      title: 'Hello',
      body: 'World',
      labels: { nodes: [{ name: 'Publish' }] },
      author: { login: 'octocat' },
    });
    expect(events).toEqual(['issues.opened', 'issues.labeled']);
  });

  test('get the labels of the template a stranger starts from', async () => {
    const { issue } = await change(
      'createIssue',
      {
        repositoryId,
        title: 'From a template',
        issueTemplate: 'New post',
        labelIds: [labels.emacs],
      },
      'issue { labels(first: 5) { nodes { name } } }',
      'reader-token',
    );
    expect(issue.labels.nodes).toEqual([{ name: 'Publish' }]);
  });

  test('are edited, closed, reopened, pinned, locked and deleted', async () => {
    const id = await openIssue('One life');
    const { issue } = await change(
      'updateIssue',
      { id, title: 'Another life', body: 'New', labelIds: [labels.writing] },
      'issue { title body lastEditedAt labels(first: 5) { nodes { name } } }',
    );
    expect(issue).toMatchObject({
      title: 'Another life',
      labels: { nodes: [{ name: 'writing' }] },
    });
    expect(issue.lastEditedAt).not.toBeNull();
    const closed = await change(
      'closeIssue',
      { issueId: id, stateReason: 'NOT_PLANNED' },
      'issue { state stateReason closed }',
    );
    expect(closed.issue).toEqual({ state: 'CLOSED', stateReason: 'NOT_PLANNED', closed: true });
    const reopened = await change('reopenIssue', { issueId: id }, 'issue { state stateReason }');
    expect(reopened.issue).toEqual({ state: 'OPEN', stateReason: 'REOPENED' });
    const pinned = await change('pinIssue', { issueId: id }, 'issue { isPinned }');
    expect(pinned.issue.isPinned).toBe(true);
    const unpinned = await change('unpinIssue', { issueId: id }, 'issue { isPinned }');
    expect(unpinned.issue.isPinned).toBe(false);
    const locked = await change(
      'lockLockable',
      { lockableId: id, lockReason: 'OFF_TOPIC' },
      'lockedRecord { __typename locked activeLockReason }',
    );
    expect(locked.lockedRecord).toEqual({
      __typename: 'Issue',
      locked: true,
      activeLockReason: 'OFF_TOPIC',
    });
    await change('unlockLockable', { lockableId: id });
    await change('deleteIssue', { issueId: id }, 'repository { nameWithOwner }');
    expect(events.filter((event) => event !== 'issues.labeled')).toEqual(
      'opened edited closed reopened pinned unpinned locked unlocked deleted'
        .split(' ')
        .map((action) => `issues.${action}`),
    );
    const { body } = await ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(body.data.node).toBeNull();
    expect(body.errors[0].type).toBe('NOT_FOUND');
  });

  test('move to another repository with a new number', async () => {
    const notes = findRepository(sandbox.store, 'octocat', 'notes');
    const id = await openIssue('Elsewhere');
    const { issue } = await change(
      'transferIssue',
      { issueId: id, repositoryId: nodeId('Repository', notes?.id ?? 0) },
      'issue { number repository { name } }',
    );
    expect(issue).toEqual({ number: 1, repository: { name: 'notes' } });
    expect(events).toContain('issues.transferred');
  });

  test('are assigned and unassigned', async () => {
    const id = await openIssue('Together');
    const me = (await ask('{ viewer { id } }')).body.data.viewer.id;
    const selection = 'assignable { assignees(first: 5) { nodes { login } } }';
    const input = { assignableId: id, assigneeIds: [me] };
    const added = await change('addAssigneesToAssignable', input, selection);
    expect(added.assignable.assignees.nodes).toEqual([{ login: 'octocat' }]);
    const removed = await change('removeAssigneesFromAssignable', input, selection);
    expect(removed.assignable.assignees.nodes).toEqual([]);
  });
});

describe('labels', () => {
  test('come and go in one document, as magit-forge sends them', async () => {
    const id = await openIssue('Relabelled');
    await change('addLabelsToLabelable', { labelableId: id, labelIds: [labels.emacs] });
    events = [];
    const { body } = await ask(
      `mutation ($id: ID!, $add: [ID!]!, $remove: [ID!]!) {
        addLabelsToLabelable(input: { labelableId: $id, labelIds: $add }) { clientMutationId }
        removeLabelsFromLabelable(input: { labelableId: $id, labelIds: $remove }) { clientMutationId } }`,
      { id, add: [labels.Publish], remove: [labels.emacs, labels.writing] },
    );
    expect(body).toEqual({
      data: {
        addLabelsToLabelable: { clientMutationId: null },
        removeLabelsFromLabelable: { clientMutationId: null },
      },
    });
    expect(events).toEqual(['issues.labeled', 'issues.unlabeled']);
  });

  test('are created, renamed and deleted', async () => {
    const { label } = await change(
      'createLabel',
      { repositoryId, name: 'Ünïcode', color: 'ABCDEF' },
      'label { id name color }',
    );
    expect(label).toMatchObject({ name: 'Ünïcode', color: 'abcdef' });
    const renamed = await change('updateLabel', { id: label.id, name: 'plain' }, 'label { name }');
    expect(renamed.label.name).toBe('plain');
    await change('deleteLabel', { id: label.id });
    expect(events).toEqual(['label.created', 'label.edited', 'label.deleted']);
  });

  test('of a name that is taken are refused as unprocessable', async () => {
    const again = change('createLabel', { repositoryId, name: 'publish', color: '000000' });
    await expect(again).rejects.toMatchObject({
      type: 'UNPROCESSABLE',
      message: 'Name has already been taken',
    });
  });
});

describe('comments and reactions', () => {
  test('are added, edited, hidden, shown and deleted', async () => {
    const subjectId = await openIssue('Discussed');
    events = [];
    const { commentEdge, subject } = await change(
      'addComment',
      { subjectId, body: 'First!' },
      'subject { ... on Issue { comments { totalCount } } } commentEdge { cursor node { id body author { login } } }',
      'reader-token',
    );
    expect(subject.comments.totalCount).toBe(1);
    expect(commentEdge.node).toMatchObject({ body: 'First!', author: { login: 'hubot' } });
    const { id } = commentEdge.node;
    await change('updateIssueComment', { id, body: 'Second' }, 'issueComment { body }');
    const hidden = await change(
      'minimizeComment',
      { subjectId: id, classifier: 'OFF_TOPIC' },
      'minimizedComment { isMinimized minimizedReason }',
    );
    expect(hidden.minimizedComment).toEqual({ isMinimized: true, minimizedReason: 'off-topic' });
    await change('unminimizeComment', { subjectId: id });
    await change('deleteIssueComment', { id });
    expect(events).toEqual(
      'created edited edited edited deleted'.split(' ').map((action) => `issue_comment.${action}`),
    );
  });

  test('are given once and taken back, without a webhook', async () => {
    const subjectId = await openIssue('Loved');
    events = [];
    const selection =
      'reaction { content user { login } } subject { reactions(first: 5) { totalCount viewerHasReacted } }';
    const input = { subjectId, content: 'ROCKET' };
    await change('addReaction', input, selection, 'reader-token');
    const added = await change('addReaction', input, selection, 'reader-token');
    expect(added).toEqual({
      reaction: { content: 'ROCKET', user: { login: 'hubot' } },
      subject: { reactions: { totalCount: 1, viewerHasReacted: true } },
    });
    const removed = await change('removeReaction', input, selection, 'reader-token');
    expect(removed.subject.reactions).toEqual({ totalCount: 0, viewerHasReacted: false });
    expect(events).toEqual([]);
  });
});

describe('what is not allowed', () => {
  test.each([
    ['updateIssue', (id: string) => ({ id, title: 'Mine now' })],
    ['closeIssue', (issueId: string) => ({ issueId })],
    ['pinIssue', (issueId: string) => ({ issueId })],
    ['deleteIssue', (issueId: string) => ({ issueId })],
    ['lockLockable', (lockableId: string) => ({ lockableId })],
    [
      'addLabelsToLabelable',
      (labelableId: string) => ({ labelableId, labelIds: [labels.Publish] }),
    ],
  ])('a stranger gets FORBIDDEN from %s', async (name, input) => {
    const id = await openIssue('Not yours');
    const attempt = change(name, input(id), 'clientMutationId', 'reader-token');
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    await expect(attempt).rejects.toMatchObject({
      type: 'FORBIDDEN',
      path: [name],
      message: `hubot does not have the correct permissions to execute \`${title}\``,
    });
  });

  test('a stranger cannot comment on a locked issue', async () => {
    const id = await openIssue('Closed to comments');
    await change('lockLockable', { lockableId: id });
    const attempt = change('addComment', { subjectId: id, body: 'x' }, undefined, 'reader-token');
    await expect(attempt).rejects.toMatchObject({ type: 'FORBIDDEN' });
  });

  test.each([
    ['a blank title', { title: '  ' }, "Title can't be blank"],
    ['a title of 257 characters', { title: 'x'.repeat(257) }, 'too long'],
    ['a body of 65,537 characters', { title: 'x', body: 'x'.repeat(65_537) }, 'too long'],
  ])('%s is UNPROCESSABLE', async (_, input, message) => {
    const attempt = change('createIssue', { repositoryId, ...input });
    await expect(attempt).rejects.toMatchObject({
      type: 'UNPROCESSABLE',
      message: expect.stringContaining(message),
    });
  });

  test('an id of nothing is NOT_FOUND', async () => {
    const attempt = change('closeIssue', { issueId: 'I_nothing' });
    await expect(attempt).rejects.toMatchObject({ type: 'NOT_FOUND' });
  });
});
