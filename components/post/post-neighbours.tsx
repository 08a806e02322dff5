/** The posts before and after this one. */
import type { PostLink } from '../../lib/posts/post';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import styles from './post-neighbours.module.css';

export interface PostNeighboursProps {
  previous: PostLink | null;
  next: PostLink | null;
}

export function PostNeighbours({ previous, next }: PostNeighboursProps) {
  const words = useSite().messages.post;
  if (!previous && !next) return null;
  return (
    <nav className={styles.neighbours} aria-label={words.previousAndNext}>
      {previous && (
        <a href={previous.path} rel="prev" className={styles.previous}>
          <span className={styles.kind}>
            <Icon name="back" />
            {words.previous}
          </span>
          <span className={styles.title}>{previous.title}</span>
        </a>
      )}
      {next && (
        <a href={next.path} rel="next" className={styles.next}>
          <span className={styles.kind}>
            {words.next}
            <Icon name="forward" />
          </span>
          <span className={styles.title}>{next.title}</span>
        </a>
      )}
    </nav>
  );
}
