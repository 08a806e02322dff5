/** Who an author is, and all their posts. */
import { profilePage } from '../../lib/feeds/structured-data';
import { fill, formatPlural } from '../../lib/i18n';
import type { AuthorPageProps } from '../../lib/pages/list-pages';
import { absoluteUrl, authorPath, cardPath } from '../../lib/paths';
import { Icon } from '../icons';
import { Avatar } from '../posts/avatar';
import { useSite } from '../site-context';
import { structuredData } from '../structured-data';
import styles from './author-view.module.css';
import { ListView } from './list-view';

export function AuthorView({ author, profile, posts, count, page, pageCount }: AuthorPageProps) {
  const { site, messages, locale } = useSite();
  const path = authorPath(author.login);
  return (
    <ListView
      kind={messages.list.writtenBy}
      title={author.name}
      description={profile?.bio}
      count={formatPlural(messages.list.posts, count, locale)}
      mark={<Avatar person={author} size="large" />}
      posts={posts}
      page={page}
      pageCount={pageCount}
      basePath={path}
      hasFeeds
      card={cardPath('author', author.login)}
      head={
        typeof window === 'undefined'
          ? structuredData('author', profilePage(site, author, profile))
          : null
      }
    >
      <p className={`p-author h-card ${styles.links}`}>
        <data className="p-name" value={author.name} />
        <data className="u-url u-uid" value={absoluteUrl(site.url, path)} />
        {author.avatarUrl && <data className="u-photo" value={author.avatarUrl} />}
        {profile?.bio && <data className="p-note" value={profile.bio} />}
        {author.url && (
          <a className="u-url" rel="me" href={author.url}>
            <Icon name="github" />
            <span className="visually-hidden">
              {fill(messages.post.profileOnGitHub, { name: author.name })}
            </span>
            <span aria-hidden="true">{author.login}</span>
          </a>
        )}
        {profile?.websiteUrl && (
          <a className="u-url" rel="me" href={profile.websiteUrl}>
            {messages.list.website}
          </a>
        )}
      </p>
    </ListView>
  );
}
