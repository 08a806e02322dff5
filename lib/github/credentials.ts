/**
 * The `authorization` header of the blog's own calls: a personal token as it is, or a GitHub App's
 * installation token, which `@octokit/auth-app` keeps until shortly before it expires (one hour).
 */
import { createAppAuth } from '@octokit/auth-app';
import { request } from '@octokit/request';
import type { Config, Repository } from '../config';

export interface CredentialOptions {
  credentials: NonNullable<Config['credentials']>;
  repository: Repository;
  apiUrl: string;
  userAgent: string;
  fetch: typeof fetch;
}

/** @returns a function that gives the header's value; it throws what the App's calls threw */
export function createAuthorization(options: CredentialOptions): () => Promise<string> {
  const { credentials, repository, apiUrl, userAgent } = options;
  if (credentials.kind === 'token') return async () => `token ${credentials.token}`;

  const calls = request.defaults({
    baseUrl: apiUrl,
    headers: { 'user-agent': userAgent },
    request: { fetch: options.fetch },
  });
  const auth = createAppAuth({
    appId: credentials.appId,
    privateKey: credentials.privateKey,
    request: calls,
  });
  let installation: Promise<number> | null = null;

  async function findInstallation(): Promise<number> {
    const app = await auth({ type: 'app' });
    const { data } = await calls('GET /repos/{owner}/{repo}/installation', {
      owner: repository.owner,
      repo: repository.name,
      headers: { authorization: `bearer ${app.token}` },
    });
    return data.id;
  }

  return async () => {
    installation ??= findInstallation().catch((error: unknown) => {
      installation = null;
      throw error;
    });
    const { token } = await auth({ type: 'installation', installationId: await installation });
    return `token ${token}`;
  };
}
