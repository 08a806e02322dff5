/** What stands above a post's text: number, title, people, dates, tags, series. */
import { fill, formatDate, formatPlural } from '../../lib/i18n';
import { revisionsPath } from '../../lib/paths';
import type { SeriesWindow } from '../../lib/posts/list-posts';
import type { Post } from '../../lib/posts/post';
import { Byline } from '../posts/byline';

import { PostDate } from '../posts/post-date';
import { languageAttributes, titleLength } from '../posts/post-text';
import { TagList } from '../posts/tag-list';
import { useSite } from '../site-context';
import styles from './post-header.module.css';
import { SeriesBox } from './series-box';

export interface PostHeaderProps {
  post: Post;
  series: SeriesWindow;
}

export function PostHeader({ post, series }: PostHeaderProps) {
  const { messages, locale } = useSite();
  return (
    <header className={styles.header}>
      <p className={styles.overline}>
        {/* One that is only being written has none yet. */}
        {post.number > 0 && (
          <span className={styles.number}>
            {fill(messages.list.postNumber, { number: post.number })}
          </span>
        )}
        <PostDate
          time={post.publishedAt}
          className={post.editedAt ? 'dt-published' : 'dt-published dt-updated'}
        />
        {post.editedAt && (
          <span className={styles.edited} suppressHydrationWarning>
            <a href={revisionsPath(post.number)} rel="nofollow">
              <EditedAt template={messages.post.edited} time={post.editedAt} locale={locale} />
            </a>
          </span>
        )}
        <span>{formatPlural(messages.post.readingTime, post.readingMinutes, locale)}</span>
      </p>
      <h1
        className={`p-name ${styles.title}`}
        data-length={titleLength(post.title)}
        {...languageAttributes(post.language)}
      >
        {post.title}
      </h1>
      <div className={styles.people}>
        <Byline authors={post.authors} avatars />
        <TagList tags={post.tags} />
      </div>
      {post.series && <SeriesBox series={post.series} parts={series} />}
    </header>
  );
}

/** `edited {date}` with the date as a machine-readable time. */
function EditedAt({ template, time, locale }: { template: string; time: string; locale: string }) {
  const [before, after] = template.split('{date}');
  return (
    <>
      {before}
      <time className="dt-updated" dateTime={time} suppressHydrationWarning>
        {formatDate(time, locale, 'medium')}
      </time>
      {after}
    </>
  );
}
