/** Creating many issues in one request. */
import { seedIssues } from '../bulk';
import { json, type SandboxRequest, type SandboxResponse } from '../http';
import { textField } from '../rest/fields';
import { readList, readSeedIssue } from '../seed-fields';
import { findRepository, notFound, silently } from '../store';
import { readObject } from './read';

/**
 * `{issues: […], repository: "octocat/blog"}` → `{numbers: […]}`. Without webhooks unless
 * `?webhooks=1`.
 */
export function createIssues(request: SandboxRequest): SandboxResponse {
  const { primary, query } = request;
  const fields = readObject(request);
  const repository = repositoryOf(request, textField(fields, 'repository') ?? 'octocat/blog');
  const issues = readList(fields.issues, 'issues', readSeedIssue);
  const create = () => seedIssues(primary, repository, issues);
  const loud = /^(1|true)$/.test(query.get('webhooks') ?? '');
  return json(201, { numbers: loud ? create() : silently(primary, create) });
}

function repositoryOf({ primary }: SandboxRequest, fullName: string) {
  const [owner = '', name = ''] = fullName.split('/');
  const repository = findRepository(primary, owner, name);
  if (!repository) throw notFound(`There is no repository ${fullName}.`);
  return repository;
}
