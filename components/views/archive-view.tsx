/** Every post by year, one line each. */
import { formatPlural, formatYear } from '../../lib/i18n';
import { ARCHIVE_PATH } from '../../lib/paths';
import type { PostSummary } from '../../lib/posts/post';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { ListHeader } from '../posts/list-header';
import { PostDate } from '../posts/post-date';
import { languageAttributes } from '../posts/post-text';
import { useSite } from '../site-context';
import styles from './archive-view.module.css';

export type ArchivedPost = Pick<
  PostSummary,
  'number' | 'title' | 'path' | 'publishedAt' | 'language'
>;

export function ArchiveView({ posts }: { posts: ArchivedPost[] }) {
  const { messages, locale } = useSite();
  return (
    <Layout>
      <DocumentHead title={messages.layout.archive} path={ARCHIVE_PATH} />
      <div className="h-feed">
        <ListHeader
          title={messages.layout.archive}
          count={formatPlural(messages.list.posts, posts.length, locale)}
        />
        {byYear(posts).map(([year, inYear]) => (
          <section key={year} className={styles.year} aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>{formatYear(`${year}-06-01`, locale)}</h2>
            <ol>
              {inYear.map((post) => (
                <li key={post.number} className={`h-entry ${styles.post}`}>
                  <PostDate time={post.publishedAt} style="day" className="dt-published" />
                  <a
                    className="p-name u-url"
                    href={post.path}
                    {...languageAttributes(post.language)}
                  >
                    {post.title}
                  </a>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Layout>
  );
}

/** Keeps the order the posts come in. */
function byYear(posts: ArchivedPost[]): [string, ArchivedPost[]][] {
  const years = new Map<string, ArchivedPost[]>();
  for (const post of posts) {
    const year = post.publishedAt.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), post]);
  }
  return [...years];
}
