/** A post as the Markdown it was written in, under YAML that says what GitHub knows of it. Pure. */
import { stringify } from 'yaml';
import type { SiteConfig } from '../config';
import { absoluteUrl, feedPath, markdownPath, sitemapPath } from '../paths';
import type { PostSummary } from '../posts/post';

/** @param text Markdown without its own metadata block */
export function writeMarkdownSource(site: SiteConfig, post: PostSummary, text: string): string {
  const metadata = {
    title: post.title,
    url: absoluteUrl(site.url, post.path),
    date: post.publishedAt,
    ...(post.editedAt ? { updated: post.editedAt } : {}),
    authors: post.authors.map((author) => author.login),
    ...(post.tags.length > 0 ? { tags: post.tags.map((tag) => tag.name) } : {}),
    ...(post.series ? { series: post.series.title } : {}),
    ...(post.excerpt ? { description: post.excerpt } : {}),
    ...(post.cover ? { cover: post.cover } : {}),
    language: post.language ?? site.language,
  };
  return `---\n${stringify(metadata, { lineWidth: 0 })}---\n\n${text.trim()}\n`;
}

/** The beginning of the site for language models. Source: llmstxt.org. */
export function writeLlmsText(
  site: SiteConfig,
  posts: readonly PostSummary[],
  total: number,
): string {
  const lines = posts.map((post) => {
    const title = post.title.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
    const address = absoluteUrl(site.url, markdownPath(post.number));
    return `- [${title}](${address}): ${post.publishedAt.slice(0, 10)}. ${post.excerpt}`.trim();
  });
  const about = site.description ? `> ${site.description}\n\n` : '';
  const more =
    total > posts.length
      ? `\n## Optional\n\n- [All ${total} posts](${absoluteUrl(site.url, sitemapPath())})\n`
      : '';
  return `# ${site.title}

${about}Every post is also had as Markdown, at its number with \`.md\`; feeds are at ${absoluteUrl(site.url, feedPath('json'))}.

## Posts

${lines.join('\n')}
${more}`;
}
