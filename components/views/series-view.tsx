/** A series from its first part on. */
import { formatPlural } from '../../lib/i18n';
import type { SeriesPageProps } from '../../lib/pages/list-pages';
import { seriesPath } from '../../lib/paths';
import { useSite } from '../site-context';
import { ListView } from './list-view';

export function SeriesView({ series, posts, count, page, pageCount }: SeriesPageProps) {
  const { messages, locale } = useSite();
  return (
    <ListView
      kind={messages.list.series}
      title={series.title}
      description={series.description}
      count={formatPlural(messages.list.posts, count, locale)}
      posts={posts}
      page={page}
      pageCount={pageCount}
      basePath={seriesPath(series.number, series.slug)}
    />
  );
}
