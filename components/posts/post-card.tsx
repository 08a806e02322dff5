/** One post in a list: the date in its own column, then title, excerpt, people, tags and figures. */
import { fill } from '../../lib/i18n';
import type { ListedPost } from '../../lib/posts/post';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import { Byline } from './byline';
import styles from './post-card.module.css';
import { PostDate } from './post-date';
import { PostFacts } from './post-facts';
import { languageAttributes, titleLength } from './post-text';
import { TagList } from './tag-list';

export interface PostCardProps {
  post: ListedPost;
  /** The first of a front page is larger. */
  lead?: boolean;
}

export function PostCard({ post, lead = false }: PostCardProps) {
  const { messages } = useSite();
  const language = languageAttributes(post.language);
  return (
    <article
      className={`h-entry ${styles.card} ${lead ? styles.lead : ''}`}
      data-post={post.number}
    >
      <p className={styles.date}>
        <span className={styles.number}>
          {fill(messages.list.postNumber, { number: post.number })}
        </span>
        <PostDate time={post.publishedAt} style="medium" className="dt-published" />
        {post.pinned && (
          <span className={styles.pinned}>
            <Icon name="pin" />
            {messages.list.pinned}
          </span>
        )}
      </p>
      <div className={styles.body}>
        <h2 className={styles.title} data-length={titleLength(post.title)} {...language}>
          <a className="p-name u-url" href={post.path}>
            {post.title}
          </a>
        </h2>
        {post.excerpt && (
          <p className={`p-summary ${styles.excerpt}`} {...language}>
            {post.excerpt}
          </p>
        )}
      </div>
      <div className={styles.meta}>
        <Byline authors={post.authors} />
        <PostFacts post={post} />
        <TagList tags={post.tags} limit={6} />
      </div>
      {lead && post.cover && (
        <div className={styles.cover}>
          <img className="u-featured" src={post.cover} alt="" decoding="async" />
        </div>
      )}
    </article>
  );
}
