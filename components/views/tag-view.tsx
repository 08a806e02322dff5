/** All posts with a tag. */
import { formatPlural } from '../../lib/i18n';
import type { TagPageProps } from '../../lib/pages/list-pages';
import { cardPath, tagPath } from '../../lib/paths';
import { TagDot } from '../posts/tag-list';
import { useSite } from '../site-context';
import { ListView } from './list-view';

export function TagView({ tag, posts, count, page, pageCount }: TagPageProps) {
  const { messages, locale } = useSite();
  return (
    <ListView
      kind={messages.list.taggedWith}
      title={tag.name}
      description={tag.description}
      count={formatPlural(messages.list.posts, count, locale)}
      mark={<TagDot color={tag.color} />}
      posts={posts}
      page={page}
      pageCount={pageCount}
      basePath={tagPath(tag.slug)}
      hasFeeds
      card={cardPath('tag', tag.slug)}
    />
  );
}
