/** GitHub's REST as an author's tools use it, against a sandbox. */
import { DEMO_TOKENS } from '../../lib/sandbox/world';

export interface Api {
  /** @returns the answer's JSON, or null where there is none @throws Error with GitHub's words */
  call(method: string, path: string, fields?: object): Promise<unknown>;
  /** @returns its number */
  createIssue(fields: { title: string; body?: string; labels?: string[] }): Promise<number>;
  /** The bodies of an issue's comments that carry the bot's marker. */
  botComments(number: number): Promise<string[]>;
}

/** @param origin of the sandbox, without a trailing slash */
export function createApi(origin: string, token: string = DEMO_TOKENS.author): Api {
  const blog = `${origin}/repos/octocat/blog`;

  async function call(method: string, path: string, fields?: object): Promise<unknown> {
    const response = await fetch(`${blog}${path}`, {
      method,
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(fields ? { body: JSON.stringify(fields) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  return {
    call,
    async createIssue(fields) {
      const issue = await call('POST', '/issues', fields);
      return Number(property(issue, 'number'));
    },
    async botComments(number) {
      const comments = await call('GET', `/issues/${number}/comments?per_page=100`);
      return (Array.isArray(comments) ? comments : [])
        .map((comment) => String(property(comment, 'body')))
        .filter((body) => body.includes('<!-- issuepress:announcement -->'));
    },
  };
}

function property(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined;
}
