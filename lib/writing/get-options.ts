/** What the editor offers somebody: templates, tags and series, and what they may do with a post. */
import { getWriting } from '../github/get-writing';
import { mayChangeRepository, mayLabel } from '../github/permission';
import type { Blog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import { isSteeringLabel, sameName } from '../posts/publication';
import { mayWrite } from '../session/may-write';
import type { Participant } from '../session/participant';
import { refusal } from './refusals';
import type { WritingOptions } from './shapes';
import { listTemplates } from './templates';

/** The platform of short-lived processes takes requests of 4.5 MB, and Base64 adds a third. */
const LARGEST_IMAGE = { server: 10 * 1024 * 1024, platform: 3 * 1024 * 1024 };

/** Bytes of the largest picture that may be sent. @param pushes whether this is a server */
export function largestImage(pushes: boolean): number {
  return pushes ? LARGEST_IMAGE.server : LARGEST_IMAGE.platform;
}

/** @throws GitHubError, Refusal */
export async function getWritingOptions(
  blog: Blog,
  { github }: Pick<Participant, 'github'>,
): Promise<WritingOptions> {
  const { config, rules } = blog;
  const writing = await getWriting(github);
  const { permission } = writing;
  if (writing.isClosed || permission === null) {
    throw refusal(403, 'may-not-write', config.site.language);
  }
  const isTag = (name: string) => !isSteeringLabel(name, rules);
  const tags = writing.labels.filter(({ name }) => isTag(name));
  const used = mayLabel(permission) ? null : usedTags(blog);
  return {
    templates: listTemplates(writing.templates, writing.forms, isTag),
    tags: used ? tags.filter(({ name }) => used.some((tag) => sameName(tag, name))) : tags,
    mayCreateTags: mayChangeRepository(permission),
    series: mayLabel(permission) ? writing.milestones : [],
    mayUpload: mayChangeRepository(permission),
    largestImage: largestImage(config.pushes),
    mayPublish: mayWrite(writing.login, permission, rules.publishAuthors),
  };
}

/**
 * Tags that posts carry already. Whoever may not label on GitHub gets these from the blog, and no
 * others: a label may set something going there.
 */
export function usedTags({ index }: Pick<Blog, 'index'>): string[] {
  const known = index.peek();
  const published = known ? listPublished(known, Date.now()) : [];
  return [...new Set(published.flatMap(({ tags }) => tags.map(({ name }) => name)))];
}
