/** Posts on the same subjects. */
import type { PostLink } from '../../lib/posts/post';
import { useSite } from '../site-context';
import styles from './related-posts.module.css';

export function RelatedPosts({ posts }: { posts: PostLink[] }) {
  const words = useSite().messages.post;
  if (posts.length === 0) return null;
  return (
    <nav className={styles.related} aria-label={words.related}>
      <p className={styles.kind}>{words.related}</p>
      <ul>
        {posts.map((post) => (
          <li key={post.path} dir="auto">
            <a href={post.path}>{post.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
