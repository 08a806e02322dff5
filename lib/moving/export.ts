/**
 * `npm run export`: the whole blog as files that any site generator reads, and that `npm run import`
 * makes the same blog of: `posts/DATE-SLUG.md` with YAML, beside it `.json` with the discussion, and
 * `images/`.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config';
import { createGitHub } from '../github/client';
import { getIssue } from '../github/get-issue';
import type { IssueNode } from '../github/issue-fields';
import type { listIssueBodies } from '../github/list-bodies';
import { listLabeledIssues } from '../github/list-issues';
import { DRAFT_LABEL, sameName } from '../posts/publication';
import { count } from './count';
import { describePost, type ExportContext, fileNameOf } from './describe-post';
import { createImageStore } from './export-images';
import { MovingError } from './moving-error';
import { discussionFile, EXPORT_FILE } from './sources/discussion-file';

export interface ExportCommand {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
  progress?(done: number, all: number): void;
}

/** @returns the exit status @throws MovingError, ConfigError, GitHubError */
export async function exportBlog({ args, env, print, progress }: ExportCommand): Promise<number> {
  const [folder = 'export', ...others] = args;
  if (others.length > 0 || folder.startsWith('-')) {
    throw new MovingError('npm run export [-- FOLDER]: give one folder, or none for ./export.');
  }
  const config = readConfig(env);
  const { repository, credentials, apiUrl } = config;
  if (!repository || !credentials) {
    throw new MovingError('Set GITHUB_REPOSITORY and GITHUB_TOKEN first: see .env.example.');
  }
  await prepareFolder(folder);
  const github = createGitHub({ repository, credentials, apiUrl });
  const issues = await listPosts(github, config.publishLabel);
  const names = nameFiles(issues);
  const images = createImageStore(join(folder, 'images'), config.serverUrl, apiUrl);
  const context: ExportContext = { config, repository, names, images };
  let done = 0;
  for (const { number } of issues) {
    const issue = await getIssue(github, number);
    // Deleted since the list was read.
    if (!issue) continue;
    const { markdown, discussion } = await describePost(issue, context);
    const file = join(folder, 'posts', `${names.get(number)}.md`);
    await writeFile(file, markdown);
    await writeFile(discussionFile(file), `${JSON.stringify(discussion, null, 2)}\n`);
    progress?.(++done, issues.length);
  }
  const about = { repository: `${repository.owner}/${repository.name}`, site: config.site.url };
  await writeFile(join(folder, EXPORT_FILE), `${JSON.stringify(about, null, 2)}\n`);
  for (const warning of images.warnings) print(`! ${warning}`);
  print(`Wrote ${count(done, 'post')} and ${count(images.count(), 'image')} to ${folder}.`);
  return 0;
}

/** The number tells apart what has the same title and day. */
function nameFiles(issues: readonly IssueNode[]): Map<number, string> {
  const taken = new Set<string>();
  return new Map(
    issues.map((issue) => {
      const wanted = fileNameOf(issue);
      const name = taken.has(wanted.toLowerCase()) ? `${wanted}-${issue.number}` : wanted;
      taken.add(name.toLowerCase());
      return [issue.number, name];
    }),
  );
}

/** Posts and drafts, each once, by number. */
async function listPosts(
  github: Parameters<typeof listIssueBodies>[0],
  publishLabel: string,
): Promise<IssueNode[]> {
  const labels = sameName(publishLabel, DRAFT_LABEL) ? [publishLabel] : [publishLabel, DRAFT_LABEL];
  const found = new Map<number, IssueNode>();
  for (const label of labels) {
    const { issues } = await listLabeledIssues(github, label);
    for (const issue of issues) found.set(issue.number, issue);
  }
  return [...found.values()].sort((one, other) => one.number - other.number);
}

/** A folder of its own, so that nothing is overwritten and nothing old stays between. */
async function prepareFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) {
    throw new MovingError(
      `${folder} should be empty or not there yet; it holds ${names.length} files.`,
    );
  }
  await mkdir(join(folder, 'posts'), { recursive: true });
}
