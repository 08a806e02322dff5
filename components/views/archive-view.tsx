/** Every post by year, one line each. */
import { formatPlural, formatYear } from '../../lib/i18n';
import { archivePath } from '../../lib/paths';
import type { PostSummary } from '../../lib/posts/post';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { ListHeader } from '../posts/list-header';
import { Pagination } from '../posts/pagination';
import { PostDate } from '../posts/post-date';
import { languageAttributes } from '../posts/post-text';
import { YearList, type YearListProps } from '../posts/year-list';
import { useSite } from '../site-context';
import styles from './archive-view.module.css';

export type ArchivedPost = Pick<
  PostSummary,
  'number' | 'title' | 'path' | 'publishedAt' | 'language'
>;

export interface ArchiveViewProps {
  posts: ArchivedPost[];
  years: YearListProps['years'];
  /** Null where all years are shown. */
  year: string | null;
  /** How many posts there are on all pages together. */
  count: number;
  page: number;
  pageCount: number;
}

export function ArchiveView({ posts, years, year, count, page, pageCount }: ArchiveViewProps) {
  const { messages, locale } = useSite();
  const { archive } = messages.layout;
  const title = year === null ? archive : formatYear(`${year}-06-01`, locale);
  const pathOf = (to: number) => archivePath(year, to);
  return (
    <Layout>
      <DocumentHead
        title={year === null ? archive : `${archive} ${title}`}
        path={pathOf(page)}
        trail={year === null ? [] : [{ title: archive, path: archivePath(null) }]}
      />
      <div className="h-feed">
        <ListHeader
          kind={year === null ? null : archive}
          title={title}
          count={formatPlural(messages.list.posts, count, locale)}
        />
        <YearList years={years} current={year} />
        {byYear(posts).map(([inYear, ofYear]) => (
          <section key={inYear} className={styles.year} aria-labelledby={`year-${inYear}`}>
            <h2 id={`year-${inYear}`}>{formatYear(`${inYear}-06-01`, locale)}</h2>
            <ol>
              {ofYear.map((post) => (
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
        <Pagination page={page} pageCount={pageCount} pathOf={pathOf} />
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
