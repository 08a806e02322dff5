/** A post alone on its page, while it is being written. */
import type { SeriesWindow } from '../../lib/posts/list-posts';
import type { Post } from '../../lib/posts/post';
import { PostPaper } from './post-article';
import styles from './post-article.module.css';

const ALONE: SeriesWindow = { posts: [], index: null, before: 0, total: 0 };

export function PostOnPaper({ post }: { post: Post }) {
  return (
    <article className={styles.post}>
      <PostPaper post={post} series={ALONE} />
    </article>
  );
}
