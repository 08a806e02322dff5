/** One GraphQL call to a running sandbox, as tests make it. */
import type { Sandbox } from '../../lib/sandbox/server';

export interface Answer {
  status: number;
  headers: Headers;
  /** Whatever the answer's JSON holds; tests look into it freely. */
  body: ReturnType<typeof JSON.parse>;
}

/** @param token null to send none */
export async function askGraphQL(
  sandbox: Sandbox,
  query: string,
  variables: Record<string, unknown> = {},
  token: string | null = 'author-token',
): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/graphql`, {
    method: 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
