/** An issue as the two files of an export. */
import { stringify } from 'yaml';
import { isAnnouncement } from '../bot/marker';
import type { Config, Repository } from '../config';
import type { IssueWithComments } from '../github/get-issue';
import type { CommentNode, IssueNode, ReactionGroupNode } from '../github/issue-fields';
import { slugify } from '../paths';
import { parseBody } from '../posts/metadata';
import { authorsOf } from '../posts/people';
import { REACTIONS } from '../posts/post';
import { hasLabel, isSteeringLabel } from '../posts/publication';
import type { ImageStore } from './export-images';
import { readCommentMark, readPostMark } from './import-mark';
import type { MovedComment, ReactionCounts } from './moved-post';
import { rewriteMarkdown } from './rewrite-markdown';
import { unsilence } from './silence';

export interface ExportContext {
  config: Config;
  repository: Repository;
  /** The file of each post by its number, without its ending. */
  names: ReadonlyMap<number, string>;
  images: ImageStore;
}

export interface ExportedPost {
  markdown: string;
  discussion: { reactions: ReactionCounts; comments: MovedComment[] };
}

/** `2024-05-01-a-title`, without an ending. */
export function fileNameOf(
  issue: Pick<IssueNode, 'body' | 'title' | 'createdAt' | 'number'>,
): string {
  const { metadata } = parseBody(issue.body);
  const date = (metadata.date ?? issue.createdAt).slice(0, 10);
  const slug = slugify(metadata.slug ?? issue.title)
    .replace(/[\\/:*?"<>|]/g, '-')
    .slice(0, 100);
  return `${date}-${slug || `post-${issue.number}`}`;
}

/**
 * @param issue published or not
 * @throws Error when a picture cannot be written; one that cannot be had stays an address
 */
export async function describePost(
  issue: IssueWithComments,
  context: ExportContext,
): Promise<ExportedPost> {
  const { config } = context;
  const { mark, text: body } = readPostMark(issue.body.replace(/\r\n?/g, '\n'));
  const { metadata, text } = parseBody(body);
  const people = authorsOf(issue, metadata, config.serverUrl);
  const labels = (issue.labels?.nodes ?? []).flatMap((label) => (label ? [label.name] : []));
  const tags = labels.filter((name) => !isSteeringLabel(name, config));
  const slug = slugify(metadata.slug ?? issue.title);
  const front = {
    title: issue.title.trim(),
    date: metadata.date ?? new Date(issue.createdAt).toISOString(),
    ...(slug && { slug }),
    authors: people.map(({ login }) => login),
    ...(tags.length > 0 && { tags: tags.sort() }),
    ...(issue.milestone && { series: issue.milestone.title }),
    ...(metadata.description && { description: metadata.description }),
    ...(metadata.canonical && { canonical: metadata.canonical }),
    ...(metadata.cover && { cover: await context.images.keep(metadata.cover) }),
    ...(metadata.language && { language: metadata.language }),
    ...(!hasLabel(issue, config.publishLabel) && { draft: true }),
  };
  const markdown = `---\n${stringify(front, { lineWidth: 0 })}---\n\n${(await rewrite(text, context)).trim()}\n`;
  const comments = await Promise.all(
    issue.comments
      .filter((comment) => !isAnnouncement(comment))
      .map((comment) => toComment(comment, context)),
  );
  const reactions = sum(countsOf(issue.reactionGroups), mark?.reactions ?? {});
  return { markdown, discussion: { reactions, comments } };
}

async function toComment(node: CommentNode, context: ExportContext): Promise<MovedComment> {
  const { mark, text } = readCommentMark(node.body);
  return {
    author: mark?.author ?? node.author?.login ?? 'ghost',
    authorUrl: mark ? mark.authorUrl : (node.author?.url ?? null),
    date: mark ? mark.date : new Date(node.createdAt).toISOString(),
    body: await rewrite(text, context),
    reactions: sum(countsOf(node.reactionGroups ?? []), mark?.reactions ?? {}),
  };
}

/** Images to where they are kept, links between posts to their files. */
async function rewrite(text: string, context: ExportContext): Promise<string> {
  const { config, repository, names, images } = context;
  const plain = unsilence(text);
  const found = new Set<string>();
  rewriteMarkdown(plain, {
    address(address, kind) {
      if (kind === 'image') found.add(address);
      return null;
    },
  });
  const kept = new Map<string, string>();
  for (const address of found) kept.set(address, await images.keep(address));
  const base = `${config.serverUrl}/${repository.owner}/${repository.name}/issues/`.toLowerCase();
  const fileOf = (number: string) => {
    const name = names.get(Number(number));
    return name ? `./${encodeURI(name)}.md` : null;
  };
  return rewriteMarkdown(plain, {
    address(address, kind) {
      if (kind === 'image') return kept.get(address) ?? null;
      if (!address.toLowerCase().startsWith(base)) return null;
      const [, number = '', anchor = ''] = /^(\d+)(#.*)?$/.exec(address.slice(base.length)) ?? [];
      const file = fileOf(number);
      return file && `${file}${anchor}`;
    },
    text: (part) =>
      part.replace(/(^|[^\w&#/])#(\d{1,10})\b/g, (all, before: string, number: string) => {
        const file = fileOf(number);
        return file ? `${before}[#${number}](${file})` : all;
      }),
  });
}

function countsOf(groups: readonly ReactionGroupNode[]): ReactionCounts {
  const given = groups.filter(({ reactors }) => reactors.totalCount > 0);
  return Object.fromEntries(given.map(({ content, reactors }) => [content, reactors.totalCount]));
}

/** What was given here, and what was given where it came from. */
function sum(here: ReactionCounts, before: ReactionCounts): ReactionCounts {
  const sums = REACTIONS.flatMap((content) => {
    const count = (here[content] ?? 0) + (before[content] ?? 0);
    return count > 0 ? [[content, count] as const] : [];
  });
  return Object.fromEntries(sums);
}
