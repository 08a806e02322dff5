/** A blog on an embedded GitHub, and people who write for it, without a server between them. */
import { createGitHub } from '../../lib/github/client';
import { type Blog, getBlog } from '../../lib/posts/blog';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import type { Participant } from '../../lib/session/participant';
import { Refusal } from '../../lib/session/refusal';
import type { NewPost } from '../../lib/writing/shapes';
import { asAuthor, type GitHubUser } from '../support/github';

export interface Desk {
  sandbox: Sandbox;
  /** The owner, straight on GitHub. */
  owner: GitHubUser;
  /** @param policy `PUBLISH_AUTHORS` */
  blog(policy?: string): Blog;
  author: Participant;
  stranger: Participant;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const sandbox = await startSandbox();
  const participant = (login: string, token: string): Participant => ({
    viewer: { login, name: login, avatarUrl: '', url: '', mayWrite: true },
    github: createGitHub({
      credentials: { kind: 'token', token },
      repository: { owner: 'octocat', name: 'blog' },
      apiUrl: sandbox.url,
    }),
  });
  return {
    sandbox,
    owner: asAuthor(sandbox),
    author: participant('octocat', DEMO_TOKENS.author),
    stranger: participant('hubot', DEMO_TOKENS.reader),
    blog(policy = 'anyone') {
      Object.assign(process.env, {
        GITHUB_REPOSITORY: 'octocat/blog',
        GITHUB_TOKEN: DEMO_TOKENS.bot,
        GITHUB_API_URL: sandbox.url,
        GITHUB_WEBHOOK_SECRET: 'a secret for tests',
        PUBLISH_AUTHORS: policy,
        CACHE_DIRECTORY: 'test/.output/desk',
      });
      globalThis.issuepressBlog = undefined;
      const blog = getBlog();
      if (!blog) throw new Error('The blog has no settings.');
      return blog;
    },
    close: () => sandbox.close(),
  };
}

let count = 0;

/** A post that nobody has sent yet. */
export function newPost(changes: Partial<NewPost> = {}): NewPost {
  count += 1;
  return {
    key: `key-of-text-${count}`,
    title: `Post ${count}`,
    body: 'Some words.',
    tags: [],
    series: null,
    intent: 'publish',
    ...changes,
  };
}

/** What was refused, and how. */
export async function refusalOf(work: Promise<unknown>): Promise<[status: number, code: string]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return [error.status, error.code];
    throw error;
  }
  throw new Error('It was not refused.');
}

/** An issue as REST tells it. */
export async function issueOf({ owner }: Pick<Desk, 'owner'>, number: number) {
  const issue = Object(await owner.call('GET', `/issues/${number}`));
  const labels: unknown[] = Array.isArray(issue.labels) ? issue.labels : [];
  return {
    title: String(issue.title),
    body: String(issue.body ?? ''),
    author: String(Object(issue.user).login),
    labels: labels.map((label) => String(Object(label).name)),
    milestone: issue.milestone === null ? null : Number(Object(issue.milestone).number),
  };
}
