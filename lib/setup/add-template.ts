/** Adding the issue template by GitHub's page for a new file, which takes no right to files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config';

/** Where a press on "Commit changes" adds "New post". Null without a repository. */
export function templateAddress(
  config: Pick<Config, 'serverUrl' | 'repository' | 'publishLabel'>,
): string | null {
  const { serverUrl, repository, publishLabel } = config;
  if (!repository) return null;
  const file = path.join(process.cwd(), 'templates', 'new-post.md');
  const text = readFileSync(file, 'utf8').replace(
    /^labels:.*$/m,
    `labels: ${quoted(publishLabel)}`,
  );
  const query = new URLSearchParams({
    filename: '.github/ISSUE_TEMPLATE/new-post.md',
    value: text,
  });
  return `${serverUrl}/${repository.owner}/${repository.name}/new/HEAD?${query}`;
}

/** Plain where YAML reads it as it is. */
function quoted(label: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(label) ? label : JSON.stringify(label);
}
