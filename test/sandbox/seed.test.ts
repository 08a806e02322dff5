import { afterAll, beforeAll, expect, test } from 'vitest';
import { pick, pluck, type Rig, startRig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ seed: true });
});
afterAll(() => rig.stop());

const ISSUES = '/repos/octocat/blog/issues';

test('the sample blog has posts, a draft, a question and a pull request', async () => {
  const { body } = await rig.call('GET', `${ISSUES}?state=all&per_page=100&direction=asc`);
  const published = await rig.call('GET', `${ISSUES}?state=all&per_page=100&labels=publish`);
  const posts = pluck(published.body, 'pull_request').filter((part) => part === undefined);
  expect(posts.length).toBeGreaterThanOrEqual(15);
  expect(pluck(body, 'title')[0]).toMatch(/^Start here/);
  const dates = pluck(body, 'created_at').map(String);
  expect(dates).toEqual([...dates].sort());
  expect(pluck(body, 'pull_request').filter(Boolean)).toHaveLength(1);
});

test('it has series, pins, locks, reactions, edits, and something hidden', async () => {
  const { body } = await rig.call('GET', `${ISSUES}?state=all&per_page=100`);
  expect(new Set(pluck(body, 'milestone.title').filter(Boolean)).size).toBe(2);
  expect(pluck(body, 'locked')).toContain(true);
  expect(pluck(body, 'state')).toContain('closed');
  const comments = await rig.call('GET', `${ISSUES}/comments?per_page=100`);
  expect(pluck(comments.body, 'minimized.reason')).toContain('spam');
  expect(pluck(comments.body, 'user.login')).toContain('ghost');
  expect(pick(body, '0.user.login')).toEqual(expect.any(String));
});

test('nobody was told of it', () => {
  expect(rig.store.deliveries.size).toBe(0);
});
