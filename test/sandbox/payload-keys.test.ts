/** Our payloads against GitHub's own examples, key by key and type by type. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  actorOf,
  deleteIssue,
  findLabel,
  findRepository,
  pinIssue,
  requireIssue,
  transferIssue,
  unpinIssue,
} from '../../lib/sandbox/store';
import { type Json, type Rig, startRig } from './rig';

interface Examples {
  name: string;
  examples: Json[];
}

const examples: Examples[] = createRequire(import.meta.url)(
  '@octokit/webhooks-examples/api.github.com/index.json',
);

/** What the examples hold and a repository's own hook does not send, with the reason. */
const EXCEPTIONS: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^installation$/, 'only an App’s hook hears through an installation'],
  [/^organization$/, 'only where an organization owns the repository'],
  [/\.draft$/, 'only pull requests have it; it slipped into some examples'],
  [/\.pull_request$/, 'only pull requests have it'],
  [/^issue\.performed_via_github_app\./, 'only what an App wrote has it; null otherwise'],
  [/^changes\.default_branch$/, 'the sandbox has one branch'],
  [/^hook\.app_id$/, 'only an App’s hook belongs to one'],
  [/^changes\.old_repository\.(master_branch|stargazers)$/, 'from an older API'],
];

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  await makeEverythingHappen();
});
afterAll(() => rig.stop());

const BLOG = '/repos/octocat/blog';

/** Causes one of each event, on an issue that has everything an issue can have. */
async function makeEverythingHappen(): Promise<void> {
  const { call, store } = rig;
  await call('POST', `${BLOG}/milestones`, { title: 'v1', description: 'x', due_on: DUE });
  await call('POST', `${BLOG}/issues`, {
    title: 'A',
    body: 'B',
    labels: ['Publish'],
    assignees: ['octocat'],
    milestone: 1,
  });
  const issue = `${BLOG}/issues/1`;
  await call('PATCH', issue, { title: 'C' });
  await call('POST', `${issue}/labels`, ['emacs']);
  await call('DELETE', `${issue}/labels/emacs`);
  await call('PUT', `${issue}/lock`, { lock_reason: 'spam' });
  await call('DELETE', `${issue}/lock`);
  const comment = await call('POST', `${issue}/comments`, { body: 'Hm' });
  const commentPath = `${BLOG}/issues/comments/${Reflect.get(Object(comment.body), 'id')}`;
  await call('PATCH', commentPath, { body: 'Ah' });
  await call('DELETE', commentPath);
  await call('PATCH', issue, { state: 'closed' });
  await call('PATCH', issue, { state: 'open' });
  await call('POST', `${BLOG}/labels`, { name: 'new', color: 'cb1f00', description: 'x' });
  await call('PATCH', `${BLOG}/labels/new`, { color: '000000' });
  await call('DELETE', `${BLOG}/labels/new`);
  await call('PATCH', BLOG, { description: 'Changed' });
  const config = { url: `${rig.receiver.url}?2`, content_type: 'json', secret: 'x' };
  await call('POST', '/repos/octocat/notes/hooks', { config, events: ['*'] });
  const actor = actorOf(store, 'author-token');
  const blog = findRepository(store, 'octocat', 'blog');
  const notes = findRepository(store, 'octocat', 'notes');
  if (!actor || !blog || !notes || !findLabel(store, blog, 'publish')) throw new Error('no world');
  pinIssue(store, actor, requireIssue(store, blog, 1));
  unpinIssue(store, actor, requireIssue(store, blog, 1));
  transferIssue(store, actor, requireIssue(store, blog, 1), notes);
  await call('POST', `${BLOG}/issues`, {
    title: 'D',
    assignees: ['octocat'],
    labels: ['Publish'],
    milestone: 1,
  });
  await call('DELETE', `${BLOG}/issues/2/assignees`, { assignees: ['octocat'] });
  await call('PATCH', `${BLOG}/issues/2`, { milestone: null });
  deleteIssue(store, actor, requireIssue(store, blog, 2));
  await call('PATCH', `${BLOG}/milestones/1`, { state: 'closed' });
  await call('DELETE', `${BLOG}/milestones/1`);
  await call('PATCH', BLOG, { private: true });
  await call('PATCH', BLOG, { private: false });
  await call('PATCH', BLOG, { name: 'journal' });
}

const DUE = '2026-12-24T08:00:00Z';

const COVERED: Record<string, readonly string[]> = {
  issues: [
    'opened',
    'edited',
    'deleted',
    'transferred',
    'closed',
    'reopened',
    'labeled',
    'unlabeled',
    'assigned',
    'unassigned',
    'locked',
    'unlocked',
    'pinned',
    'unpinned',
    'milestoned',
    'demilestoned',
  ],
  issue_comment: ['created', 'edited', 'deleted'],
  label: ['created', 'edited', 'deleted'],
  milestone: ['created', 'closed', 'deleted'],
  repository: ['edited', 'renamed', 'privatized', 'publicized'],
  ping: [''],
};

const table = Object.entries(COVERED).flatMap(([event, actions]) =>
  actions.map((action) => [event, action] as const),
);

test.each(table)('%s %s has every key of GitHub’s examples', async (event, action) => {
  await rig.receiver.arrival(event, action || null);
  const given = examples.find(({ name }) => name === event)?.examples ?? [];
  for (const example of given.filter((one) => (one.action ?? '') === action)) {
    const payload = counterpart(event, action, 'changes' in example);
    expect(differences(example, payload, '')).toEqual([]);
  }
  expect(counterpart(event, action, false)).toHaveProperty('repository.full_name');
  expect(counterpart(event, action, false)).toHaveProperty('sender.login');
});

/** What we sent of that kind: a transferred issue's `opened` has changes, others have none. */
function counterpart(event: string, action: string, changed: boolean): Json | undefined {
  const ours = rig.receiver.received.filter(
    (one) => one.event === event && (one.action ?? '') === action,
  );
  return (ours.find(({ payload }) => 'changes' in payload === changed) ?? ours[0])?.payload;
}

test('GitHub has examples of nearly every action', () => {
  const found = table.filter(([event, action]) =>
    examples
      .find(({ name }) => name === event)
      ?.examples.some((one) => (one.action ?? '') === action),
  );
  const without = table.filter((row) => !found.includes(row)).map((row) => row.join('.'));
  expect(without).toEqual(['issues.closed']);
});

/** Paths that the example has and ours has not, or with another type. Null may be anything. */
function differences(example: unknown, ours: unknown, path: string): string[] {
  if (EXCEPTIONS.some(([pattern]) => pattern.test(path))) return [];
  if (ours === undefined) return [`${path} is missing`];
  if (example === null || ours === null) return [];
  if (typeOf(example) !== typeOf(ours)) return [`${path} is ${typeOf(ours)}`];
  if (Array.isArray(example) && Array.isArray(ours)) {
    const [theirs, mine] = [example[0], ours[0]];
    return theirs === undefined || mine === undefined ? [] : differences(theirs, mine, `${path}[]`);
  }
  if (typeof example !== 'object') return [];
  return Object.entries(example).flatMap(([key, value]) =>
    differences(value, Reflect.get(Object(ours), key), path ? `${path}.${key}` : key),
  );
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
