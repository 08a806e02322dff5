/** The pages for machines that are plain text: a post's Markdown, `llms.txt`, `robots.txt`. */
import { readConfig } from '../config';
import { writeLlmsText, writeMarkdownSource } from '../feeds/markdown-source';
import { absoluteUrl, SEARCH_PATH, sitemapPath } from '../paths';
import { getBlog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import { readIndex } from './page-result';
import { parseNumber } from './post-page';
import { documentFrom, type TextDocument } from './text-document';

/** Posts that `llms.txt` names. */
const NAMED = 200;

/** @param number as in the address @throws GitHubError */
export async function loadMarkdownSource(number: string): Promise<TextDocument | null> {
  const blog = getBlog();
  const issueNumber = parseNumber(number);
  if (!blog || issueNumber === null) return null;
  const { site } = blog.config;
  const published = listPublished(await readIndex(blog), Date.now());
  const post = published.find((other) => other.number === issueNumber);
  const text = blog.texts.get(issueNumber);
  if (!post || text === null) return null;
  const source = writeMarkdownSource(site, post, text);
  return documentFrom({
    name: `markdown ${number}`,
    type: 'text/markdown',
    madeOf: source,
    changedAt: post.editedAt ?? post.publishedAt,
    links: [`<${absoluteUrl(site.url, post.path)}>; rel="canonical"`],
    write: () => source,
  });
}

/** @throws GitHubError */
export async function loadLlmsText(): Promise<TextDocument | null> {
  const blog = getBlog();
  if (!blog) return null;
  const published = listPublished(await readIndex(blog), Date.now());
  const text = writeLlmsText(blog.config.site, published.slice(0, NAMED), published.length);
  return documentFrom({
    name: 'llms',
    type: 'text/plain',
    madeOf: text,
    changedAt: published[0]?.publishedAt ?? new Date(0).toISOString(),
    write: () => text,
  });
}

/** It asks nobody: what robots may see does not depend on posts. */
export async function loadRobotsText(): Promise<TextDocument> {
  const { site } = readConfig();
  const text = `User-agent: *
Allow: /
Disallow: /api/
Disallow: ${SEARCH_PATH}

Sitemap: ${absoluteUrl(site.url, sitemapPath())}
`;
  return documentFrom({
    name: 'robots',
    type: 'text/plain',
    madeOf: text,
    changedAt: new Date(0).toISOString(),
    write: () => text,
  });
}
