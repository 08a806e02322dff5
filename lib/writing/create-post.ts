/**
 * A new post becomes an issue of its author, once. Whoever may label on GitHub labels it as they open
 * it; for others the blog does, where its policy lets them publish. Else it stays an issue for the
 * blog's owner to publish.
 */

import { findIds } from '../github/find-labels';
import { listNewestOwn, type Own, type SourceNode } from '../github/get-source';
import { mayChangeRepository, mayLabel } from '../github/permission';
import { addLabels, createIssue, type WrittenIssue } from '../github/write-issues';
import { postPath, previewPath } from '../paths';
import type { Blog } from '../posts/blog';
import { parseBody } from '../posts/metadata';
import { plainLines } from '../posts/metadata-block';
import { isTrusted, sameName } from '../posts/publication';
import { createPreviewToken } from '../preview/token';
import { mayWrite } from '../session/may-write';
import type { Participant } from '../session/participant';
import { usedTags } from './get-options';
import { labelAsBlog, labelIds, steeringLabels } from './label-post';
import { type Once, sentOnce } from './once';
import { checkText, refusal } from './refusals';
import type { NewPost, SavedPost } from './shapes';

/** Milliseconds for which the same words by the same author are the same post, sent again. */
const SAME_POST = 15 * 60 * 1_000;

/** @throws GitHubError, Refusal */
export function createPost(
  blog: Blog,
  participant: Participant,
  post: NewPost,
  once: Once<SavedPost> = sentOnce(),
): Promise<SavedPost> {
  const { language } = blog.config.site;
  checkText({ ...post, isPublic: post.intent === 'publish' }, language);
  const key = `${participant.viewer.login.toLowerCase()} ${post.key}`;
  return once.do(key, () => openPost(blog, participant, post));
}

async function openPost(
  blog: Blog,
  { viewer, github }: Participant,
  post: NewPost,
): Promise<SavedPost> {
  const own = await listNewestOwn(github, viewer.login);
  if (own.isClosed) throw refusal(403, 'may-not-write', blog.config.site.language);
  const allowed = mayWrite(viewer.login, own.permission, blog.rules.publishAuthors);
  const before = findSame(own.issues, post, Date.now());
  const opened = mayLabel(own.permission)
    ? await openLabelled(blog, github, own, post, before, allowed)
    : await openBare(blog, github, own, post, before);
  const { issue, missing } = opened;
  const answer = { number: issue.number, url: issue.url };
  const proposed = { ...answer, standing: 'proposed', path: null, missing } as const;
  if (!allowed && !isAllowedNow(blog, issue)) return proposed;
  if (opened.left.add !== null || opened.left.tags.length > 0) {
    const { tags, add } = opened.left;
    const lost = await labelAsBlog(blog.github, issue.id, tags, { add, remove: null });
    if (!lost) return proposed;
    missing.push(...lost);
  }
  return { ...answer, ...standingOf(blog, issue.number, post), missing };
}

interface Opened {
  issue: WrittenIssue;
  /** Tags that are no labels any more. */
  missing: string[];
  /** What the blog has to label, where its policy lets it. */
  left: { add: string | null; tags: string[] };
}

/** As somebody who may label. Publishing takes more than that where the policy names its authors. */
async function openLabelled(
  { rules }: Blog,
  github: Participant['github'],
  own: Own,
  post: NewPost,
  before: SourceNode | null,
  allowed: boolean,
): Promise<Opened> {
  const { add } = steeringLabels(post.intent, rules.publishLabel);
  const essential = allowed ? add : null;
  const mayCreate = mayChangeRepository(own.permission);
  const { ids, missing, lacks } = await labelIds(github, post.tags, essential, mayCreate);
  const left = { add: lacks ? add : null, tags: [] };
  if (before) {
    await addLabels(github, before.id, ids);
    return { issue: before, missing, left };
  }
  const { milestoneId } = await findIds(github, [], post.series);
  const issue = await createIssue(github, { ...bareIssue(own, post), labelIds: ids, milestoneId });
  return { issue, missing, left };
}

/** As somebody who may only open issues. */
async function openBare(
  blog: Blog,
  github: Participant['github'],
  own: Own,
  post: NewPost,
  before: SourceNode | null,
): Promise<Opened> {
  const issue = before ?? (await createIssue(github, bareIssue(own, post)));
  const used = usedTags(blog);
  const tags = post.tags.filter((tag) => used.some((name) => sameName(name, tag)));
  const { add } = steeringLabels(post.intent, blog.rules.publishLabel);
  return { issue, missing: [], left: { add, tags } };
}

function bareIssue({ repositoryId }: Own, { title, body }: NewPost) {
  return { repositoryId, title: title.trim(), body };
}

/** What this author opened a moment ago with the same words: its answer got lost on the way. */
function findSame(issues: readonly SourceNode[], post: NewPost, now: number): SourceNode | null {
  const same = (issue: SourceNode) =>
    issue.title === post.title.trim() &&
    plainLines(issue.body).trim() === plainLines(post.body).trim() &&
    now - Date.parse(issue.createdAt) < SAME_POST;
  return issues.find(same) ?? null;
}

/** An invited reader is a collaborator, which only their issue tells. */
function isAllowedNow({ rules }: Blog, { authorAssociation }: WrittenIssue): boolean {
  return rules.publishAuthors.kind === 'collaborators' && isTrusted(authorAssociation);
}

function standingOf(
  blog: Blog,
  number: number,
  { intent, body }: NewPost,
): Pick<SavedPost, 'standing' | 'path'> {
  const now = Date.now();
  const { date } = parseBody(body).metadata;
  const waits = date !== null && Date.parse(date) > now;
  if (intent === 'publish' && !waits) return { standing: 'published', path: postPath(number, '') };
  const standing = intent === 'publish' ? 'scheduled' : 'draft';
  return { standing, path: previewOf(blog, number, now) };
}

/** The address of a preview for its author; null where previews are not set up. */
export function previewOf({ previewKey }: Blog, number: number, now: number): string | null {
  return previewKey && previewPath(number, createPreviewToken(previewKey, number, now));
}
