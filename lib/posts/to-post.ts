/** An issue with its discussion as a whole post, its Markdown rendered. */
import { isAnnouncement } from '../bot/marker';
import type { Repository } from '../config';
import type { IssueWithComments } from '../github/get-issue';
import type { CommentNode, ReactionGroupNode } from '../github/issue-fields';
import type { ImageFacts } from '../images/image-facts';
import { pictureAddresses, placeImages } from '../images/place-images';
import { linkPosts, type RenderedMarkdown, renderMarkdown } from '../markdown';
import { commentPath } from '../paths';
import { parseBody } from './metadata';
import { toPerson } from './people';
import type { Comment, Post, PostLink, PostSummary, Reaction } from './post';
import { type BlogRules, isPublished } from './publication';
import { standardHtml } from './standard-html';
import { buildSummary } from './to-summary';

export interface PostContext {
  repository: Repository;
  rules: BlogRules;
  now: Date;
  /** Finds a published post by its number, for links between posts. */
  findPost: (number: number) => PostLink | null;
  /** What is known of those among these pictures that the site serves itself. Default: nothing. */
  lookAtImages?: (addresses: readonly string[]) => Promise<ReadonlyMap<string, ImageFacts>>;
}

/**
 * @returns null where the issue is not a post, or not yet
 * @throws nothing of GitHub's: everything is in `issue`
 */
export async function toPost(issue: IssueWithComments, context: PostContext): Promise<Post | null> {
  if (!isPublished(issue, context.rules)) return null;
  const post = await buildPost(issue, context);
  return Date.parse(post.publishedAt) > context.now.getTime() ? null : post;
}

/** The post that the issue is, or would be: previews show it before anybody else may see it. */
export async function buildPost(issue: IssueWithComments, context: PostContext): Promise<Post> {
  const { rules } = context;
  const body = parseBody(issue.body);
  const shown = issue.comments.filter((comment) => !isAnnouncement(comment));
  const summary = buildSummary(issue, body, shown.length, rules);

  const [rendered, comments] = await Promise.all([
    renderBody(body.text, `post-${issue.number}-`, 'post', context),
    Promise.all(shown.map((comment) => toComment(comment, issue.number, context))),
  ]);
  return {
    ...summary,
    url: issue.url,
    html: rendered.html,
    tableOfContents: rendered.tableOfContents,
    reactions: toReactions(issue.reactionGroups),
    comments,
    description: body.metadata.description,
  };
}

/**
 * The post as far as the list has it: what was said about it is not in there, nor its reactions.
 * @param text Markdown without its metadata block
 */
export async function postOfText(
  summary: PostSummary,
  text: string,
  context: PostContext,
): Promise<Post> {
  const { repository, rules } = context;
  const rendered = await renderBody(text, `post-${summary.number}-`, 'post', context);
  return {
    ...summary,
    url: `${rules.serverUrl}/${repository.owner}/${repository.name}/issues/${summary.number}`,
    html: rendered.html,
    tableOfContents: rendered.tableOfContents,
    reactions: [],
    comments: [],
    description: null,
  };
}

/**
 * What readers see of a text, on its page and in a preview alike.
 * @param text Markdown without its metadata block
 * @param idPrefix of every id in it: see `MarkdownContext`
 * @returns safe HTML, with what the renderer found out about the text
 */
export async function renderBody(
  text: string,
  idPrefix: string,
  kind: 'post' | 'comment',
  context: PostContext,
): Promise<RenderedMarkdown> {
  const rendered = await renderMarkdown(text, markdownContext(context, idPrefix, kind));
  const html = await withImages(linkPosts(rendered.html, context.findPost), context);
  return { ...rendered, html: standardHtml(html) };
}

async function withImages(html: string, { lookAtImages }: PostContext): Promise<string> {
  const addresses = lookAtImages ? pictureAddresses(html) : [];
  if (!lookAtImages || addresses.length === 0) return html;
  const facts = await lookAtImages(addresses);
  return facts.size > 0 ? placeImages(html, (address) => facts.get(address) ?? null) : html;
}

/**
 * A post's text alone.
 * @param text Markdown without its metadata block
 * @returns safe HTML, the same as in `toPost`
 */
export async function renderText(
  number: number,
  text: string,
  context: PostContext,
): Promise<string> {
  const { html } = await renderMarkdown(text, markdownContext(context, `post-${number}-`, 'post'));
  return linkPosts(html, context.findPost);
}

/** A comment, its Markdown rendered. */
export async function toComment(
  comment: CommentNode,
  number: number,
  context: PostContext,
): Promise<Comment> {
  const id = Number(comment.fullDatabaseId);
  const rendered = await renderBody(comment.body, `comment-${id}-`, 'comment', context);
  return {
    id,
    author: toPerson(comment.author, context.rules.serverUrl),
    html: rendered.html,
    excerpt: rendered.excerpt,
    createdAt: new Date(comment.createdAt).toISOString(),
    editedAt: comment.lastEditedAt ? new Date(comment.lastEditedAt).toISOString() : null,
    minimizedReason: comment.isMinimized ? (comment.minimizedReason ?? 'hidden') : null,
    reactions: toReactions(comment.reactionGroups ?? []),
    path: commentPath(number, id),
    url: comment.url,
    association: comment.authorAssociation,
  };
}

/** Links in comments are marked as readers' own, so that nobody gains by leaving them. */
function markdownContext(context: PostContext, idPrefix: string, kind: 'post' | 'comment') {
  const isPost = kind === 'post';
  return { ...linking(context), idPrefix, eagerFirstImage: isPost, ugc: !isPost };
}

function linking({ repository, rules }: PostContext) {
  return { repository, serverUrl: rules.serverUrl };
}

function toReactions(groups: readonly ReactionGroupNode[]): Reaction[] {
  return groups
    .filter((group) => group.reactors.totalCount > 0)
    .map((group) => ({ content: group.content, count: group.reactors.totalCount }));
}
