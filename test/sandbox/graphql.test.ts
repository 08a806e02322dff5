/** Reading the embedded GitHub through GraphQL, over real HTTP. */
import { graphql } from '@octokit/graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import {
  actorFor,
  addReaction,
  at,
  createComment,
  createIssue,
  createMilestone,
  createRepository,
  deleteIssue,
  findRepository,
  findUser,
  lockIssue,
  minimizeComment,
  pinIssue,
  setMilestone,
  silently,
  updateComment,
  updateIssue,
} from '../../lib/sandbox/store';
import { askGraphQL } from './ask-graphql';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  silently(sandbox.store, () => at(sandbox.store, '2024-03-01T10:00:00Z', () => fill(sandbox)));
});

afterAll(async () => {
  await sandbox.close();
});

const ask = (query: string, variables?: Record<string, unknown>, token?: string | null) =>
  askGraphQL(sandbox, query, variables, token);

function require<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The fixture lacks something.');
  return value;
}

/** Issue 1 with everything, a pull request, and 250 plain issues. */
function fill({ store }: Sandbox): void {
  const octocat = actorFor(require(findUser(store, 'octocat')));
  const hubot = actorFor(require(findUser(store, 'hubot')));
  const bot = actorFor(require(findUser(store, 'dependabot[bot]')));
  const blog = require(findRepository(store, 'octocat', 'blog'));
  createMilestone(store, octocat, blog, { title: 'Deploying unikernels' });
  const first = createIssue(store, octocat, blog, {
    title: 'A `real-time` blog <now>',
    body: 'First.\n\nSecond & last.',
    labels: ['Publish', 'emacs'],
    assignees: ['octocat'],
  });
  setMilestone(store, octocat, first, 1);
  const comment = createComment(store, hubot, first, 'Nice');
  createComment(store, bot, first, 'Beep');
  at(store, '2024-03-02T10:00:00Z', () => updateComment(store, hubot, comment, 'Very nice'));
  minimizeComment(store, octocat, comment, 'off-topic');
  addReaction(store, hubot, { kind: 'issue', id: first.id }, 'HEART');
  addReaction(store, octocat, { kind: 'issue', id: first.id }, 'HEART');
  at(store, '2024-03-03T10:00:00Z', () =>
    updateIssue(store, octocat, first, { title: 'A real-time blog', body: 'Rewritten.' }),
  );
  pinIssue(store, octocat, first);
  lockIssue(store, octocat, first, 'too heated');
  createIssue(store, octocat, blog, {
    title: 'A change',
    pullRequest: { headRef: 'change', baseRef: 'main', draft: true, mergedAt: null },
  });
  for (let index = 0; index < 250; index++) {
    const minute = String(index % 60).padStart(2, '0');
    const hour = String(Math.floor(index / 60)).padStart(2, '0');
    at(store, `2024-04-01T${hour}:${minute}:00Z`, () =>
      createIssue(store, index % 2 ? octocat : hubot, blog, {
        title: `Number ${index}`,
        labels: index % 5 ? [] : ['Publish'],
      }),
    );
  }
  createRepository(store, { owner: octocat.user, name: 'diary', private: true });
}

const POST = `query Post($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    id nameWithOwner isPrivate isArchived hasIssuesEnabled
    issue(number: $number) {
      __typename id number fullDatabaseId databaseId title titleHTML body bodyHTML bodyText url bodyUrl
      createdAt lastEditedAt updatedAt state stateReason(enableDuplicate: true) closedAt
      isPinned locked activeLockReason authorAssociation isReadByViewer includesCreatedEdit
      viewerCanUpdate viewerCanReact viewerCanDelete viewerDidAuthor viewerCannotUpdateReasons
      author { __typename login avatarUrl(size: 96) url ... on User { name } }
      editor { login }
      assignees(first: 10) { nodes { login } }
      labels(first: 30) { nodes { name color description } }
      milestone { number title }
      reactionGroups { content viewerHasReacted reactors(first: 5) { totalCount nodes { ... on Actor { login } } } }
      userContentEdits(first: 10) { totalCount nodes { diff editedAt deletedAt editor { login } } }
      timelineItems(first: 20, itemTypes: [RENAMED_TITLE_EVENT]) {
        totalCount nodes { __typename ... on RenamedTitleEvent { previousTitle currentTitle actor { login } } }
      }
      comments(first: 100) { totalCount pageInfo { hasNextPage endCursor }
        nodes { id fullDatabaseId body url createdAt lastEditedAt isMinimized minimizedReason
          authorAssociation author { __typename login }
          reactionGroups { content reactors(first: 1) { totalCount } } } } } } }`;

const BLOG = { owner: 'octocat', name: 'blog' };

describe('one post in one call', () => {
  test('holds its text, people, labels, reactions, edits and comments', async () => {
    const { status, body } = await ask(POST, { ...BLOG, number: 1 });
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    const { issue } = body.data.repository;
    expect(issue).toMatchObject({
      __typename: 'Issue',
      number: 1,
      title: 'A real-time blog',
      body: 'Rewritten.',
      bodyHTML: '<p dir="auto">Rewritten.</p>',
      url: `${sandbox.url}/octocat/blog/issues/1`,
      createdAt: '2024-03-01T10:00:00Z',
      lastEditedAt: '2024-03-03T10:00:00Z',
      state: 'OPEN',
      stateReason: null,
      isPinned: true,
      locked: true,
      activeLockReason: 'TOO_HEATED',
      authorAssociation: 'OWNER',
      includesCreatedEdit: true,
      viewerDidAuthor: true,
      viewerCanDelete: true,
      viewerCannotUpdateReasons: [],
      author: { __typename: 'User', login: 'octocat', name: 'The Octocat' },
      assignees: { nodes: [{ login: 'octocat' }] },
      milestone: { number: 1, title: 'Deploying unikernels' },
    });
    expect(issue.id).toMatch(/^I_kwDO/);
    expect(issue.fullDatabaseId).toBe(String(issue.databaseId));
    expect(issue.author.avatarUrl).toContain('s=96');
    expect(issue.labels.nodes.map(({ name }: { name: string }) => name)).toEqual([
      'Publish',
      'emacs',
    ]);
    expect(issue.userContentEdits.nodes.map(({ diff }: { diff: string }) => diff)).toEqual([
      'Rewritten.',
      'First.\n\nSecond & last.',
    ]);
    expect(issue.timelineItems.nodes).toEqual([
      {
        __typename: 'RenamedTitleEvent',
        previousTitle: 'A `real-time` blog <now>',
        currentTitle: 'A real-time blog',
        actor: { login: 'octocat' },
      },
    ]);
  });

  test('groups all eight reactions in order and names who reacted', async () => {
    const { body } = await ask(POST, { ...BLOG, number: 1 });
    const groups = body.data.repository.issue.reactionGroups;
    expect(groups.map(({ content }: { content: string }) => content)).toEqual(
      'THUMBS_UP THUMBS_DOWN LAUGH HOORAY CONFUSED HEART ROCKET EYES'.split(' '),
    );
    expect(groups[5]).toEqual({
      content: 'HEART',
      viewerHasReacted: true,
      reactors: { totalCount: 2, nodes: [{ login: 'hubot' }, { login: 'octocat' }] },
    });
  });

  test('shows a minimised comment with its reason in lower case, and bots without [bot]', async () => {
    const { body } = await ask(POST, { ...BLOG, number: 1 });
    const { comments, url } = body.data.repository.issue;
    expect(comments.totalCount).toBe(2);
    expect(comments.nodes[0]).toMatchObject({
      body: 'Very nice',
      isMinimized: true,
      minimizedReason: 'off-topic',
      lastEditedAt: '2024-03-02T10:00:00Z',
      authorAssociation: 'NONE',
      url: `${url}#issuecomment-${comments.nodes[0].fullDatabaseId}`,
    });
    expect(comments.nodes[1].author).toEqual({ __typename: 'Bot', login: 'dependabot' });
  });

  test('tells a stranger what they may not do', async () => {
    const { body } = await ask(POST, { ...BLOG, number: 1 }, 'reader-token');
    expect(body.data.repository.issue).toMatchObject({
      viewerCanUpdate: false,
      viewerCanReact: false,
      viewerCanDelete: false,
      viewerCannotUpdateReasons: ['INSUFFICIENT_ACCESS'],
    });
  });

  test('compares the names of owners, repositories and labels without case', async () => {
    const { body } = await ask(
      '{ repository(owner: "OctoCat", name: "BLOG") { label(name: "PUBLISH") { name } } }',
    );
    expect(body.data.repository.label.name).toBe('Publish');
  });
});

describe('lists of issues', () => {
  const LIST = `query List($first: Int, $last: Int, $after: String, $before: String,
      $labels: [String!], $states: [IssueState!], $orderBy: IssueOrder, $filterBy: IssueFilters) {
    repository(owner: "octocat", name: "blog") {
      issues(first: $first, last: $last, after: $after, before: $before, labels: $labels,
          states: $states, orderBy: $orderBy, filterBy: $filterBy) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node { number } } nodes { number title updatedAt } } } }`;

  async function list(variables: Record<string, unknown>) {
    const { body } = await ask(LIST, variables);
    expect(body.errors).toBeUndefined();
    return body.data.repository.issues;
  }

  const numbersOf = (issues: { nodes: { number: number }[] }) =>
    issues.nodes.map(({ number }) => number);

  test('leave out pull requests', async () => {
    const issues = await list({ first: 3 });
    expect(issues.totalCount).toBe(251);
    expect(numbersOf(issues)).toEqual([1, 3, 4]);
  });

  test('give every issue exactly once over all pages, newest first', async () => {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const orderBy = { field: 'CREATED_AT', direction: 'DESC' };
      const issues = await list({ first: 100, after, orderBy });
      seen.push(...numbersOf(issues));
      after = issues.pageInfo.hasNextPage ? issues.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(251);
    expect(new Set(seen).size).toBe(251);
    expect(seen.slice(0, 2)).toEqual([252, 251]);
    expect(seen.at(-1)).toBe(1);
  });

  test('page backwards with last and before', async () => {
    const end = await list({ last: 2 });
    expect(numbersOf(end)).toEqual([251, 252]);
    expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const earlier = await list({ last: 2, before: end.pageInfo.startCursor });
    expect(numbersOf(earlier)).toEqual([249, 250]);
  });

  test('keep their cursors good while issues vanish and change', async () => {
    const { store } = sandbox;
    const octocat = actorFor(require(findUser(store, 'octocat')));
    const blog = require(findRepository(store, 'octocat', 'blog'));
    const extra = createIssue(store, octocat, blog, { title: 'Short-lived' });
    const orderBy = { field: 'CREATED_AT', direction: 'DESC' };
    const page = await list({ first: 1, orderBy });
    expect(numbersOf(page)).toEqual([extra.number]);
    deleteIssue(store, octocat, extra);
    const next = await list({ first: 1, after: page.pageInfo.endCursor, orderBy });
    expect(numbersOf(next)).toEqual([252]);
  });

  test('filter by any of several labels, by state, author, assignee, milestone and time', async () => {
    expect((await list({ first: 1, labels: ['publish', 'EMACS'] })).totalCount).toBe(26);
    expect((await list({ first: 1, states: ['CLOSED'] })).totalCount).toBe(0);
    expect((await list({ first: 1, filterBy: { createdBy: 'HUBOT' } })).totalCount).toBe(125);
    expect((await list({ first: 1, filterBy: { assignee: '*' } })).totalCount).toBe(1);
    expect((await list({ first: 1, filterBy: { assignee: null } })).totalCount).toBe(250);
    expect((await list({ first: 1, filterBy: { milestone: '*' } })).totalCount).toBe(1);
    const since = '2024-04-01T04:00:00Z';
    expect((await list({ first: 1, filterBy: { since } })).totalCount).toBe(10);
  });

  test('order by the number of comments', async () => {
    const orderBy = { field: 'COMMENTS', direction: 'DESC' };
    expect(numbersOf(await list({ first: 1, orderBy }))).toEqual([1]);
  });

  test('count without a page size', async () => {
    const { body } = await ask(
      '{ repository(owner: "octocat", name: "blog") { issues(labels: ["Publish"]) { totalCount } } }',
    );
    expect(body.data.repository.issues.totalCount).toBe(26);
  });

  test('are searched with qualifiers', async () => {
    const { body } = await ask(
      `query ($query: String!) { search(type: ISSUE, first: 5, query: $query) {
        issueCount nodes { __typename ... on Issue { number } } } }`,
      { query: 'repo:octocat/blog is:issue label:Publish author:octocat real-time' },
    );
    expect(body.data.search).toEqual({
      issueCount: 1,
      nodes: [{ __typename: 'Issue', number: 1 }],
    });
  });

  test('show the pinned ones in their order', async () => {
    const { body } = await ask(
      `{ repository(owner: "octocat", name: "blog") {
        pinnedIssues(first: 3) { nodes { issue { number } pinnedBy { login } } } } }`,
    );
    expect(body.data.repository.pinnedIssues.nodes).toEqual([
      { issue: { number: 1 }, pinnedBy: { login: 'octocat' } },
    ]);
  });
});

describe('what magit-forge pulls', () => {
  test('comes in one answer', async () => {
    const { body } = await ask(
      `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
        id name createdAt updatedAt nameWithOwner parent { nameWithOwner } description homepageUrl
        defaultBranchRef { name } isArchived isFork isLocked isMirror isPrivate hasIssuesEnabled
        hasWikiEnabled hasDiscussionsEnabled licenseInfo { name } stargazers { totalCount }
        watchers { totalCount }
        assignableUsers(first: 100) { pageInfo { endCursor hasNextPage } edges { node { id login name } } }
        issues(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
          pageInfo { endCursor hasNextPage }
          edges { node { id databaseId number state stateReason isReadByViewer author { login } title
            createdAt updatedAt closedAt locked milestone { id } body
            assignees(first: 100) { edges { node { id } } }
            comments(first: 100) { edges { node { id databaseId author { login } createdAt updatedAt body } } }
            labels(first: 100) { edges { node { id } } } } } }
        labels(first: 100) { pageInfo { endCursor hasNextPage } edges { node { id name color description } } }
        milestones(first: 100) { pageInfo { endCursor hasNextPage } edges { node { id number title createdAt updatedAt dueOn closedAt description } } }
        discussions(first: 100) { edges { node { id } } }
        discussionCategories(first: 100) { edges { node { id name } } }
        pullRequests(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
          edges { node { id number state isDraft title mergedAt maintainerCanModify isCrossRepository baseRefOid headRefOid
            baseRef { name repository { nameWithOwner } } headRef { name repository { owner { login } } }
            reviewRequests(first: 100) { edges { node { requestedReviewer { ... on User { id } } } } } } } } } }`,
      BLOG,
    );
    expect(body.errors).toBeUndefined();
    const { repository } = body.data;
    expect(repository).toMatchObject({
      nameWithOwner: 'octocat/blog',
      parent: null,
      defaultBranchRef: { name: 'main' },
      discussions: { edges: [] },
    });
    expect(repository.issues.edges).toHaveLength(100);
    expect(repository.pullRequests.edges[0].node).toMatchObject({ number: 2, isDraft: true });
    expect(
      repository.assignableUsers.edges.map((edge: { node: { login: string } }) => edge.node.login),
    ).toContain('octocat');
  });

  test('of a number of unknown kind is partial data with two errors', async () => {
    const { body } = await ask(
      `{ repository(owner: "octocat", name: "blog") {
        discussion(number: 1) { id } issue(number: 1) { number } pullRequest(number: 1) { id } } }`,
    );
    expect(body.data.repository).toEqual({
      discussion: null,
      issue: { number: 1 },
      pullRequest: null,
    });
    expect(
      body.errors.map(({ type, path }: { type: string; path: string[] }) => [type, path]),
    ).toEqual([
      ['NOT_FOUND', ['repository', 'discussion']],
      ['NOT_FOUND', ['repository', 'pullRequest']],
    ]);
  });
});

describe('what fails, fails as on GitHub', () => {
  test('an unknown repository, and a private one of somebody else, are NOT_FOUND', async () => {
    for (const name of ['nothing', 'diary']) {
      const { status, body } = await ask(
        `{ repository(owner: "octocat", name: "${name}") { id } }`,
        {},
        'reader-token',
      );
      expect(status).toBe(200);
      expect(body).toEqual({
        data: { repository: null },
        errors: [
          {
            type: 'NOT_FOUND',
            path: ['repository'],
            locations: [{ line: 1, column: 3 }],
            message: `Could not resolve to a Repository with the name 'octocat/${name}'.`,
          },
        ],
      });
    }
  });

  test('a pull request is not an issue', async () => {
    const { body } = await ask(
      `{ repository(owner: "octocat", name: "blog") { issue(number: 2) { id }
        issueOrPullRequest(number: 2) { __typename } } }`,
    );
    expect(body.data.repository).toEqual({
      issue: null,
      issueOrPullRequest: { __typename: 'PullRequest' },
    });
    expect(body.errors[0].type).toBe('NOT_FOUND');
  });

  test.each([
    ['nodes without a page size', 'issues { nodes { id } }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['a page of 101', 'issues(first: 101) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
    [
      'a cursor that is none',
      'issues(first: 1, after: "x") { nodes { id } }',
      'INVALID_CURSOR_ARGUMENTS',
    ],
  ])('%s is refused', async (_, selection, type) => {
    const { body } = await ask(`{ repository(owner: "octocat", name: "blog") { ${selection} } }`);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({ type, path: ['repository', 'issues'] });
  });

  test('a query that might return over 500,000 nodes does not run', async () => {
    const { body } = await ask(
      `{ repository(owner: "octocat", name: "blog") { issues(first: 100) { nodes {
        comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } } } }`,
    );
    expect(body.data).toBeUndefined();
    expect(body.errors[0].type).toBe('MAX_NODE_LIMIT_EXCEEDED');
    expect(body.errors[0].message).toContain('1,010,100');
  });

  test('a field outside the schema is named', async () => {
    const { status, body } = await ask('{ viewer { nickname } }');
    expect(status).toBe(200);
    expect(body.data).toBeUndefined();
    expect(body.errors[0].message).toContain('nickname');
  });

  test('a field nobody implemented answers an error with its name', async () => {
    const { body } = await ask('{ viewer { contributionsCollection { startedAt } } }');
    expect(body.errors[0].message).toContain('User.contributionsCollection');
  });

  test('a bad token and none at all are 401', async () => {
    const bad = await ask('{ viewer { login } }', {}, 'nonsense');
    expect(bad.status).toBe(401);
    expect(bad.body.message).toBe('Bad credentials');
    expect((await ask('{ viewer { login } }', {}, null)).status).toBe(401);
  });
});

describe('costs', () => {
  test('are counted in points and nodes, and spent from the hour', async () => {
    const query = `{ rateLimit { cost nodeCount limit remaining resetAt }
      repository(owner: "octocat", name: "blog") { issues(first: 100) { nodes {
        labels(first: 10) { nodes { name } } comments(first: 10) { nodes { id } } } } } }`;
    const before = await ask('{ viewer { login } }', {}, 'bot-token');
    const { body, headers } = await ask(query, {}, 'bot-token');
    // 1 + 100 + 100 requests, in hundreds; 100 + 1000 + 1000 nodes.
    expect(body.data.rateLimit).toMatchObject({ cost: 2, nodeCount: 2100, limit: 5000 });
    const left = Number(before.headers.get('x-ratelimit-remaining')) - 2;
    expect(body.data.rateLimit.remaining).toBe(left);
    expect(headers.get('x-ratelimit-remaining')).toBe(String(left));
    expect(Date.parse(body.data.rateLimit.resetAt)).toBeGreaterThan(Date.now());
  });
});

describe('@octokit/graphql', () => {
  test.each([
    ['', 'the plain layout'],
    ['/api/v3', 'the Enterprise layout'],
  ])('works against %s (%s)', async (suffix) => {
    const client = graphql.defaults({
      baseUrl: `${sandbox.url}${suffix}`,
      headers: { authorization: 'token author-token' },
    });
    const answer = await client<{ viewer: { login: string } }>(
      'query Who($withId: Boolean = false) { viewer { login ...more @include(if: $withId) } } fragment more on User { id }',
    );
    expect(answer).toEqual({ viewer: { login: 'octocat' } });
    const missing = client('query { repository(owner: "octocat", name: "x") { id } }');
    await expect(missing).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
  });
});
