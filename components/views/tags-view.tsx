/** Every tag of the blog with its number of posts. */
import { formatPlural } from '../../lib/i18n';
import type { TagsPageProps } from '../../lib/pages/list-pages';
import { TAGS_PATH } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { ListHeader } from '../posts/list-header';
import { TagLink } from '../posts/tag-list';
import { useSite } from '../site-context';
import styles from './tags-view.module.css';

export function TagsView({ tags }: TagsPageProps) {
  const { messages, locale } = useSite();
  return (
    <Layout>
      <DocumentHead title={messages.post.tags} path={TAGS_PATH} />
      <ListHeader title={messages.post.tags} />
      <ul className={styles.tags}>
        {tags.map(({ tag, count }) => (
          <li key={tag.slug}>
            <TagLink tag={tag} />{' '}
            <span className={styles.count}>{formatPlural(messages.list.posts, count, locale)}</span>
            {tag.description && <p className={styles.description}>{tag.description}</p>}
          </li>
        ))}
      </ul>
    </Layout>
  );
}
