import { describe, expect, it } from 'vitest';
import { isGitHubApp } from '../../lib/github/user-tokens';
import { readHint, writeHint } from '../../lib/session/hint';
import { mayWrite } from '../../lib/session/may-write';
import { createPace } from '../../lib/session/pace';

const VIEWER = {
  login: 'hubot',
  name: 'Hubot; é "=" 日本',
  avatarUrl: 'https://avatars.example.com/u/1?v=4&s=96',
  url: 'https://github.com/hubot',
  mayWrite: false,
};

describe('the hint', () => {
  it('comes back as it was written, among other cookies', () => {
    const cookies = `a=b; issuepress-viewer=${writeHint(VIEWER)}; c=d`;
    expect(readHint(cookies)).toEqual(VIEWER);
  });

  it.each(['', 'issuepress-viewer=', 'issuepress-viewer=%7B', 'issuepress-viewer=%7B%7D', 'x=1'])(
    'is nobody for “%s”',
    (cookies) => {
      expect(readHint(cookies)).toBeNull();
    },
  );
});

describe('whether a post would be published', () => {
  it.each([
    ['anyone, reading', { kind: 'anyone' }, 'READ', true],
    ['anyone, where nothing can be seen', { kind: 'anyone' }, null, false],
    ['collaborators, reading', { kind: 'collaborators' }, 'READ', false],
    ['collaborators, writing', { kind: 'collaborators' }, 'WRITE', true],
    ['collaborators, where nothing can be seen', { kind: 'collaborators' }, null, false],
    ['a list with them', { kind: 'logins', logins: ['HuBot'] }, 'READ', true],
    ['a list without them', { kind: 'logins', logins: ['octocat'] }, 'ADMIN', false],
  ] as const)('%s', (_, policy, permission, expected) => {
    const rules = policy.kind === 'logins' ? { ...policy, logins: [...policy.logins] } : policy;
    expect(mayWrite('hubot', permission, rules)).toBe(expected);
  });
});

describe('the pace of one person', () => {
  it('holds up after the limit, says how long, and lets go on', () => {
    const pace = createPace(2);
    expect([pace.wait('hubot', 0), pace.wait('hubot', 1_000)]).toEqual([null, null]);
    expect(pace.wait('hubot', 20_500)).toBe(40);
    expect(pace.wait('hubot', 60_000)).toBeNull();
  });

  it('does not hold up others', () => {
    const pace = createPace(1);
    pace.wait('hubot', 0);
    expect(pace.wait('hubot', 0)).not.toBeNull();
    expect(pace.wait('octocat', 0)).toBeNull();
  });
});

it.each([
  ['Iv23liabcdef', true],
  ['Iv1.8a61f9b3a7aba766', true],
  ['Ov23liabcdef', false],
  ['8a61f9b3a7aba7668a61', false],
])('the client id %s is of a GitHub App: %s', (clientId, expected) => {
  expect(isGitHubApp(clientId)).toBe(expected);
});
