/** Posts one under the other, as an h-feed. */
import type { ListedPost } from '../../lib/posts/post';
import { useSite } from '../site-context';
import { PostCard } from './post-card';
import styles from './post-list.module.css';

export interface PostListProps {
  posts: ListedPost[];
  /** Shows the first post larger. */
  lead?: boolean;
}

export function PostList({ posts, lead = false }: PostListProps) {
  const { messages } = useSite();
  if (posts.length === 0) return <p className={styles.empty}>{messages.list.noPosts}</p>;
  return (
    <ol className={styles.list}>
      {posts.map((post, index) => (
        <li key={post.number}>
          <PostCard post={post} lead={lead && index === 0} />
        </li>
      ))}
    </ol>
  );
}
