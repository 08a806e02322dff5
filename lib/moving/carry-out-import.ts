/** Carries a planned import out: images, then the issue, then its comments, oldest post first. */
import type { Config } from '../config';
import type { GitHub } from '../github/client';
import {
  createImportedComment,
  createImportedIssue,
  createMilestone,
  replaceIssueBody,
} from '../github/create-imported';
import { GitHubUnavailableError } from '../github/errors';
import { getIssue } from '../github/get-issue';
import { listIssueBodies } from '../github/list-bodies';
import { listNames } from '../github/list-names';
import { DRAFT_LABEL } from '../posts/publication';
import { countCharacters, firstCharacters, LONGEST_LABEL, LONGEST_TITLE } from '../writing/limits';
import { commitImages, findFile } from './import-files';
import { markComment, readCommentMark, readPostMark } from './import-mark';
import type { MovedPost } from './moved-post';
import type { Pace } from './pace';
import type { Step } from './plan-import';
import { rewriteMarkdown } from './rewrite-markdown';
import { silence } from './silence';
import { writeBody } from './write-body';

export interface ImportOptions {
  github: GitHub;
  config: Pick<Config, 'publishLabel' | 'serverUrl'>;
  pace: Pace;
  /** What the source calls an author → a login. */
  logins: ReadonlyMap<string, string>;
  /** Told after each step. */
  onStep(step: Step): void;
}

export interface ImportResult {
  created: number;
  comments: number;
  images: number;
  warnings: string[];
}

/** @throws GitHubError; what was written stays, and the next run goes on from there */
export async function carryOutImport(
  steps: readonly Step[],
  options: ImportOptions,
): Promise<ImportResult> {
  const result: ImportResult = { created: 0, comments: 0, images: 0, warnings: [] };
  const run = await prepare(steps, options);
  for (const step of steps) {
    if (step.kind === 'create') {
      run.numbers.set(fileOf(step.post), await createPost(step.post, run, result));
      result.created += 1;
    }
    const number = step.kind === 'refuse' ? undefined : run.numbers.get(fileOf(step.post));
    if (number !== undefined && step.kind !== 'present') {
      await createComments(step.post, number, run, result);
    }
    options.onStep(step);
  }
  result.images = run.images.size;
  await linkForward(run);
  return result;
}

interface Run extends ImportOptions {
  milestones: Map<string, number>;
  images: Map<string, string>;
  /** A post's file (or key) → its issue's number, as far as they are there. */
  numbers: Map<string, number>;
  /** Posts that link to posts that come after them. */
  unfinished: { number: number; post: MovedPost; images: ReadonlyMap<string, string> }[];
}

async function prepare(steps: readonly Step[], options: ImportOptions): Promise<Run> {
  const { milestones } = await listNames(options.github);
  const numbers = new Map<string, number>();
  for (const step of steps) {
    if (step.kind === 'complete' || step.kind === 'present') {
      numbers.set(fileOf(step.post), step.number);
    }
  }
  return {
    ...options,
    milestones: new Map(milestones.map(({ title, number }) => [title, number])),
    images: new Map(),
    numbers,
    unfinished: [],
  };
}

async function createPost(post: MovedPost, run: Run, result: ImportResult): Promise<number> {
  const { github, config, pace } = run;
  const { addresses, warnings } = await commitImages(
    github,
    config.serverUrl,
    post,
    pace,
    run.images,
  );
  result.warnings.push(...warnings, ...whatWasCut(post));
  const milestone = post.series === null ? null : await milestoneFor(post.series, run);
  const body = bodyOf(post, addresses, run);
  const labels = [post.draft ? DRAFT_LABEL : config.publishLabel, ...post.tags.map(labelName)];
  const issue = {
    title: firstCharacters(post.title, LONGEST_TITLE),
    body: body.text,
    labels,
    milestone,
  };
  const startedAt = new Date(Date.now() - 60_000);
  const number = await pace.take(async () => {
    try {
      return await createImportedIssue(github, issue);
    } catch (error) {
      if (!(error instanceof GitHubUnavailableError)) throw error;
      // Whether GitHub did it before it fell silent, only GitHub knows.
      const there = await findCreated(github, post.key, startedAt);
      return there ?? createImportedIssue(github, issue);
    }
  });
  if (!body.complete) run.unfinished.push({ number, post, images: addresses });
  return number;
}

async function findCreated(github: GitHub, key: string, since: Date): Promise<number | null> {
  const issues = await listIssueBodies(github, since);
  return issues.find(({ body }) => readPostMark(body).mark?.key === key)?.number ?? null;
}

async function createComments(
  post: MovedPost,
  number: number,
  run: Run,
  result: ImportResult,
): Promise<void> {
  if (post.comments.length === 0) return;
  const issue = await getIssue(run.github, number);
  const there = new Set(
    (issue?.comments ?? []).map(({ body }) => readCommentMark(body).mark?.index),
  );
  const { github, config, pace, images } = run;
  const { addresses } = await commitImages(github, config.serverUrl, post, pace, images);
  const { rewriting } = rewritingFor(post, addresses, run);
  for (const [index, comment] of post.comments.entries()) {
    if (there.has(index)) continue;
    const body = rewriteMarkdown(comment.body, rewriting);
    await pace.take(() =>
      createImportedComment(github, number, markComment({ ...comment, body }, index)),
    );
    result.comments += 1;
  }
}

async function milestoneFor(title: string, { github, milestones, pace }: Run): Promise<number> {
  const known = milestones.get(title);
  if (known !== undefined) return known;
  const number = await pace.take(() => createMilestone(github, title));
  milestones.set(title, number);
  return number;
}

function bodyOf(post: MovedPost, images: ReadonlyMap<string, string>, run: Run) {
  const { rewriting, missing } = rewritingFor(post, images, run);
  const text = rewriteMarkdown(post.body, rewriting);
  const cover = post.cover && (images.get(post.cover) ?? webAddress(post.cover));
  const authors = post.own
    ? post.authors
    : post.authors.flatMap((name) => run.logins.get(name.toLowerCase()) ?? []);
  const body = writeBody(post, { text, cover, authors });
  return { text: body, complete: missing.size === 0 };
}

function rewritingFor(post: MovedPost, images: ReadonlyMap<string, string>, run: Run) {
  const missing = new Set<string>();
  const { owner, name } = run.github.repository;
  const address = (value: string, kind: 'image' | 'link') => {
    if (kind === 'image') return images.get(value) ?? null;
    const file = /\.(?:mdx?|markdown)(?:[?#]|$)/i.test(value) ? findFile(value, post) : null;
    if (!file) return null;
    const number = run.numbers.get(file);
    if (number === undefined) missing.add(file);
    const anchor = value.includes('#') ? value.slice(value.indexOf('#')) : '';
    return number === undefined
      ? null
      : `${run.config.serverUrl}/${owner}/${name}/issues/${number}${anchor}`;
  };
  return { rewriting: { address, text: post.own ? () => null : silence }, missing };
}

/** Links to posts that had no number yet when the post was written. */
async function linkForward(run: Run): Promise<void> {
  for (const { number, post, images } of run.unfinished) {
    const { text } = bodyOf(post, images, run);
    const before = await getIssue(run.github, number);
    if (!before || before.body === text) continue;
    await run.pace.take(() => replaceIssueBody(run.github, number, text));
  }
}

/** What stands for a post in links between posts. */
function fileOf({ files, key }: MovedPost): string {
  return files?.file ?? key;
}

function webAddress(address: string): string | null {
  return /^https?:\/\//.test(address) ? address : null;
}

function labelName(tag: string): string {
  return firstCharacters(tag, LONGEST_LABEL);
}

function whatWasCut({ title, tags }: MovedPost): string[] {
  const long = tags.filter((tag) => countCharacters(tag) > LONGEST_LABEL);
  return [
    ...(countCharacters(title) > LONGEST_TITLE
      ? [
          `${firstCharacters(title, 60)}…: a title holds ${LONGEST_TITLE} characters; the rest was cut.`,
        ]
      : []),
    ...long.map((tag) => `${title}: the tag '${tag}' was cut to ${LONGEST_LABEL} characters.`),
  ];
}
