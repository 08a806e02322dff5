import { describe, expect, it } from 'vitest';
import {
  GitHubRejectedError,
  GitHubUnauthorizedError,
  GitHubUnavailableError,
} from '../../lib/github/errors';
import type { CommentNode } from '../../lib/github/issue-fields';
import { createSender, type Sending } from '../../lib/participation/send-once';
import { sampleComment } from '../support/sample-issue';

const TEXT: Sending = { login: 'hubot', number: 12, body: 'Hello', key: 'one', triedAgo: null };

/** GitHub as far as one issue goes. Each answer to a post is taken from `outcomes` in turn. */
function openGitHub(outcomes: ('done' | 'lost' | 'down' | 'refused' | 'revoked')[]) {
  const comments: CommentNode[] = [];
  let looks = 0;
  return {
    comments,
    looks: () => looks,
    post: {
      async post() {
        const outcome = outcomes.shift() ?? 'done';
        if (outcome === 'down') throw new GitHubUnavailableError('down');
        if (outcome === 'refused') throw new GitHubRejectedError('no');
        if (outcome === 'revoked') throw new GitHubUnauthorizedError('no');
        const comment = sampleComment({ id: `IC_${comments.length}` });
        comments.push(comment);
        if (outcome === 'lost') throw new GitHubUnavailableError('502');
        return comment;
      },
      async find() {
        looks += 1;
        return comments.at(-1) ?? null;
      },
    },
  };
}

const open = () => createSender({ wait: async () => {} });

describe('a comment that is sent', () => {
  it('twice at once is posted once', async () => {
    const github = openGitHub([]);
    const sender = open();
    const [one, other] = await Promise.all([
      sender.send(TEXT, github.post),
      sender.send(TEXT, github.post),
    ]);
    expect(one).toBe(other);
    expect(github.comments.length).toBe(1);
    expect(github.looks()).toBe(0);
  });

  it('again after it was posted is the same comment', async () => {
    const github = openGitHub([]);
    const sender = open();
    const first = await sender.send(TEXT, github.post);
    expect(await sender.send(TEXT, github.post)).toBe(first);
    expect(github.comments.length).toBe(1);
  });

  it('is found where the answer got lost', async () => {
    const github = openGitHub(['lost']);
    const comment = await open().send(TEXT, github.post);
    expect(github.comments).toEqual([comment]);
  });

  it('is looked for before it is posted again, when nobody knew', async () => {
    const github = openGitHub(['lost']);
    const sender = open();
    const blind = {
      ...github.post,
      find: () => Promise.reject(new GitHubUnavailableError('down')),
    };
    await expect(sender.send(TEXT, blind)).rejects.toThrow('502');
    await expect(sender.send(TEXT, blind)).rejects.toThrow('down');
    await sender.send(TEXT, github.post);
    expect(github.comments.length).toBe(1);
  });

  it('is looked for where another process may have posted it', async () => {
    const github = openGitHub([]);
    const posted = await open().send(TEXT, github.post);
    const again = await open().send({ ...TEXT, triedAgo: 4_000 }, github.post);
    expect(again).toBe(posted);
    expect(github.comments.length).toBe(1);
  });

  it('is posted after a failure that is certain', async () => {
    const github = openGitHub(['refused', 'revoked', 'done']);
    const sender = open();
    await expect(sender.send(TEXT, github.post)).rejects.toThrow(GitHubRejectedError);
    await expect(sender.send(TEXT, github.post)).rejects.toThrow(GitHubUnauthorizedError);
    await sender.send(TEXT, github.post);
    expect(github.comments.length).toBe(1);
    expect(github.looks()).toBe(0);
  });

  it('is posted after an outage in which it did not arrive', async () => {
    const github = openGitHub(['down', 'done']);
    const sender = open();
    await expect(sender.send(TEXT, github.post)).rejects.toThrow('down');
    await sender.send(TEXT, github.post);
    expect(github.comments.length).toBe(1);
  });

  it('is looked for as far back as it was first tried, and a little', async () => {
    let since = 0;
    const sender = createSender({ now: () => 1_000_000, wait: async () => {} });
    await sender.send(
      { ...TEXT, triedAgo: 100_000 },
      {
        post: async () => sampleComment(),
        find: async (time) => {
          since = time;
          return null;
        },
      },
    );
    expect(since).toBe(870_000);
  });

  it.each([
    ['another text', { body: 'Something else' }],
    ['another key', { key: 'two' }],
    ['another person', { login: 'octocat' }],
    ['another post', { number: 13 }],
  ])('is another comment for %s', async (_, change) => {
    const github = openGitHub([]);
    const sender = open();
    await sender.send(TEXT, github.post);
    await sender.send({ ...TEXT, ...change }, github.post);
    expect(github.comments.length).toBe(2);
  });
});
