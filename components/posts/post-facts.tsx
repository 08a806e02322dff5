/** The small line under an excerpt: how long it takes, how much was said about it. */
import { formatNumber, formatPlural } from '../../lib/i18n';
import type { ListedPost } from '../../lib/posts/post';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import styles from './post-facts.module.css';

export function PostFacts({ post }: { post: ListedPost }) {
  const { site, messages, locale } = useSite();
  const words = messages.post;
  return (
    <span className={styles.facts}>
      <span>{formatPlural(words.readingTime, post.readingMinutes, locale)}</span>
      {site.comments && post.commentCount > 0 && (
        <a href={`${post.path}#discussion`} className={styles.count}>
          <Icon name="comment" />
          <span aria-hidden="true">{formatNumber(post.commentCount, locale)}</span>
          <span className="visually-hidden">
            {formatPlural(words.comments, post.commentCount, locale)}
          </span>
        </a>
      )}
      {post.reactionCount > 0 && (
        <span className={styles.count}>
          <Icon name="heart" />
          <span aria-hidden="true">{formatNumber(post.reactionCount, locale)}</span>
          <span className="visually-hidden">
            {formatPlural(words.reactions, post.reactionCount, locale)}
          </span>
        </span>
      )}
    </span>
  );
}
