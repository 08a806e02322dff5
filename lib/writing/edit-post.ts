/**
 * A post as its author edits it on the site. What somebody else wrote meanwhile is never written
 * over: the author says which version they began with, and any other is theirs to merge first.
 */
import { createHash } from 'node:crypto';
import { findIds } from '../github/find-labels';
import { getSource, type SourceNode } from '../github/get-source';
import { updateIssue } from '../github/write-issues';
import { postPath } from '../paths';
import type { Blog } from '../posts/blog';
import { parseBody } from '../posts/metadata';
import { hasLabel, isByAllowedAuthor, isSteeringLabel, sameName } from '../posts/publication';
import { type Standing, standingOf } from '../posts/standing';
import { buildSummary } from '../posts/to-summary';
import { previewChannel } from '../preview/token';
import type { Participant } from '../session/participant';
import { previewOf } from './create-post';
import { labelAsBlog, labelIds, steeringLabels } from './label-post';
import { mergeSets } from './merge-texts';
import { checkText, refusal } from './refusals';
import type { PostChanges, PostSource, SavedPost } from './shapes';

/** @throws GitHubError, Refusal: 410 for a deleted post, 403 for one that is not theirs to edit */
export async function openSource(
  blog: Blog,
  { github }: Pick<Participant, 'github'>,
  number: number,
): Promise<PostSource> {
  return toSource(blog, await readEditable(blog, github, number));
}

/** @throws GitHubError, Refusal; 409 where somebody else changed the text meanwhile */
export async function savePost(
  blog: Blog,
  { github }: Pick<Participant, 'github'>,
  number: number,
  changes: PostChanges,
): Promise<SavedPost> {
  const { language } = blog.config.site;
  const source = await readEditable(blog, github, number);
  const isPublic = changes.intent === 'publish' || hasLabel(source, blog.rules.publishLabel);
  checkText({ ...changes, isPublic }, language);
  const isSame = sameText(source, changes);
  if (!isSame && versionOf(source) !== changes.version) throw refusal(409, 'changed', language);

  const steering = steeringLabels(changes.intent, blog.rules.publishLabel);
  const text = isSame ? {} : { title: changes.title.trim(), body: changes.body };
  let missing: string[] = [];
  if (source.viewerCanLabel) {
    const labels = await changedLabels(blog, github, source, changes);
    missing = labels.missing;
    const { milestoneId } = await findIds(github, [], changes.series);
    const input = { id: source.id, ...text, labelIds: labels.ids, milestoneId };
    await updateIssue(github, input);
  } else {
    if (!isSame) await updateIssue(github, { id: source.id, ...text });
    if (changes.intent !== 'keep' && isByAllowedAuthor(source, blog.rules)) {
      await labelAsBlog(blog.github, source.id, [], steering);
    }
  }
  const saved = await getSource(github, number);
  if (!saved) throw refusal(410, 'gone', language);
  const now = Date.now();
  const standing = standingNow(blog, saved, now);
  return {
    number,
    url: saved.url,
    standing: standing === 'foreign' ? 'proposed' : standing,
    path: standing === 'published' ? postPath(number, '') : previewOf(blog, number, now),
    missing,
  };
}

async function readEditable(
  blog: Blog,
  github: Participant['github'],
  number: number,
): Promise<SourceNode> {
  const { language } = blog.config.site;
  const source = await getSource(github, number);
  if (!source) throw refusal(410, 'gone', language);
  if (!source.viewerCanUpdate) throw refusal(403, 'may-not-edit', language);
  return source;
}

/** The whole new set: what the author changed of the tags, and the labels that steer the blog. */
async function changedLabels(
  { rules }: Blog,
  github: Participant['github'],
  source: SourceNode,
  { tags, tagsBefore, intent }: PostChanges,
): Promise<{ ids: string[]; missing: string[] }> {
  const present = (source.labelIds?.nodes ?? []).filter((node) => node !== null);
  const today = present.filter(({ name }) => !isSteeringLabel(name, rules));
  const wanted = mergeSets(
    tagsBefore,
    tags,
    today.map(({ name }) => name),
  );
  const kept = today.filter(({ name }) => wanted.some((tag) => sameName(tag, name)));
  const added = wanted.filter((tag) => !today.some(({ name }) => sameName(name, tag)));
  const { add, remove } = steeringLabels(intent, rules.publishLabel);
  const steering = present.filter(
    ({ name }) => isSteeringLabel(name, rules) && !(remove !== null && sameName(name, remove)),
  );
  const { ids, missing } = await labelIds(github, added, add, true);
  return {
    ids: [...new Set([...kept, ...steering].map(({ id }) => id).concat(ids))],
    missing,
  };
}

function toSource(blog: Blog, node: SourceNode): PostSource {
  const { rules, previewKey } = blog;
  const now = Date.now();
  const summary = buildSummary(node, parseBody(node.body), 0, rules);
  const standing = standingNow(blog, node, now);
  const path = standing === 'published' ? summary.path : null;
  return {
    number: node.number,
    title: node.title,
    body: node.body,
    tags: summary.tags.map(({ name }) => name),
    series: node.milestone?.number ?? null,
    version: versionOf(node),
    standing,
    path,
    url: node.url,
    channel: path ?? (previewKey && previewChannel(previewKey, node.number)),
    editedBy: node.editor?.login ?? null,
    editedAt: node.lastEditedAt,
    publishedAt: summary.publishedAt,
    authors: summary.authors,
  };
}

function standingNow(blog: Blog, node: SourceNode, now: number): Standing {
  return standingOf(node, buildSummary(node, parseBody(node.body), 0, blog.rules), blog.rules, now);
}

/** Equal exactly while title and body are. */
function versionOf({ title, body }: Pick<SourceNode, 'title' | 'body'>): string {
  return createHash('sha256')
    .update(JSON.stringify([title, body]))
    .digest('base64url')
    .slice(0, 22);
}

/** Saved already, and the answer got lost. */
function sameText(source: SourceNode, { title, body }: PostChanges): boolean {
  return source.title === title.trim() && source.body === body;
}
